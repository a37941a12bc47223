import * as grpc from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { commonMethods, configured, packageVersion, Refusal, schemaResponse, unary } from "../serve";
import type { WireMap } from "../wire";
import { fromStruct, text, toStruct, UNKNOWN } from "../wire";
import type { Autonaming } from "./check";
import { check } from "./check";
import type { Kind } from "./diff";
import { difference, formatPath, IMPORTED } from "./diff";
import { failOnPurpose } from "./failure";
import { invoke } from "./invoke";
import { namingOf } from "./naming";
import { returned } from "./normalForm";
import { idOf, outputsOf, updatedOutputs } from "./outputs";
import { deletionRefusal } from "./protection";
import { schemaOf } from "./schema";
import { accountFrom, REGION_PATTERN, Sessions } from "./session";
import { shapeOf } from "./shapes";
import { parseUrn } from "./urn";

/** The `aws` provider: any resource type, no AWS. What exists is what the engine remembers. */
export function awsMethods(): IResourceProviderServer {
  const sessions = new Sessions();
  /** Ids that were deleted while this process runs: they can no longer be read. */
  const gone = new Set<string>();
  const common = commonMethods("aws");
  return {
    ...common,
    handshake: (call, callback) => {
      sessions.open(call.getPeer());
      common.handshake(call, callback);
    },
    getSchema: unary(() => schemaResponse(schemaOf(packageVersion("aws")))),
    checkConfig: unary(checkConfig),
    diffConfig: unary(diffConfig),
    configure: unary((request: provider.ConfigureRequest, peer) => {
      sessions.configure(peer, accountFrom(fromStruct(request.getArgs()), process.env));
      return configured();
    }),
    check: unary((request: provider.CheckRequest, peer) => {
      const [olds, news] = [fromStruct(request.getOlds()), fromStruct(request.getNews())];
      const autonaming = autonamingOf(request.getAutonaming());
      const checked = check(parseUrn(request.getUrn()), olds, news, sessions.of(peer), autonaming);
      return checkResponse(checked.inputs, checked.failures);
    }),
    diff: unary((request: provider.DiffRequest, peer) => {
      const session = sessions.of(peer);
      const compared = difference({
        type: parseUrn(request.getUrn()).type,
        oldInputs: fromStruct(request.getOldInputs()),
        olds: fromStruct(request.getOlds()),
        news: fromStruct(request.getNews()),
        ignoreChanges: request.getIgnorechangesList(),
        account: session.account,
        importing: session.imported.has(request.getUrn()),
      });
      return diffResponse(compared.changes, compared.deleteBeforeReplace);
    }),
    create: unary((request: provider.CreateRequest, peer) => {
      const resource = parseUrn(request.getUrn());
      const inputs = fromStruct(request.getProperties());
      const { account, created } = sessions.of(peer);
      if (!request.getPreview()) failOnPurpose(resource, "create");
      const id = request.getPreview() ? UNKNOWN : idOf({ resource, inputs, account, id: undefined });
      const response = new provider.CreateResponse();
      response.setProperties(toStruct(outputsOf({ resource, inputs, account, id })));
      if (request.getPreview()) return response;
      response.setId(id);
      created.add(`${resource.token} ${id}`);
      gone.delete(`${resource.token} ${id}`);
      return response;
    }),
    read: unary((request: provider.ReadRequest, peer) => {
      const resource = parseUrn(request.getUrn());
      const id = request.getId();
      const response = new provider.ReadResponse();
      if (gone.has(`${resource.token} ${id}`)) return response;
      response.setId(id);
      const state = fromStruct(request.getProperties());
      if (Object.keys(state).length > 0) {
        response.setProperties(toStruct(returned(resource.type, state)));
        response.setInputs(toStruct(returned(resource.type, fromStruct(request.getInputs()))));
        return response;
      }
      const { account, imported } = sessions.of(peer);
      imported.add(request.getUrn());
      const inputs = importedInputs(resource.type, id);
      response.setInputs(toStruct(inputs));
      response.setProperties(toStruct({ ...outputsOf({ resource, inputs, account, id }), [IMPORTED]: true }));
      return response;
    }),
    update: unary((request: provider.UpdateRequest, peer) => {
      const resource = parseUrn(request.getUrn());
      const inputs = fromStruct(request.getNews());
      const { account } = sessions.of(peer);
      if (!request.getPreview()) failOnPurpose(resource, "update");
      const wanted = { resource, inputs, account, id: request.getId() };
      const [oldInputs, olds] = [fromStruct(request.getOldInputs()), fromStruct(request.getOlds())];
      const response = new provider.UpdateResponse();
      response.setProperties(toStruct(updatedOutputs(wanted, oldInputs, olds)));
      return response;
    }),
    delete: unary((request: provider.DeleteRequest, peer) => {
      const resource = parseUrn(request.getUrn());
      failOnPurpose(resource, "delete");
      const refusal = deletionRefusal(resource, request.getId(), fromStruct(request.getProperties()));
      if (refusal !== undefined) throw new Refusal(refusal);
      const key = `${resource.token} ${request.getId()}`;
      if (!sessions.of(peer).created.has(key)) gone.add(key);
      return new Empty();
    }),
    invoke: unary((request: provider.InvokeRequest, peer) => {
      const answer = invoke(request.getTok(), sessions.of(peer).account, fromStruct(request.getArgs()));
      const response = new provider.InvokeResponse();
      response.setReturn(toStruct(answer));
      return response;
    }),
    call: unary((request: provider.CallRequest) => {
      throw new Refusal(`${request.getTok()}: no aws resource has methods.`, grpc.status.UNIMPLEMENTED);
    }),
  };
}

function checkConfig(request: provider.CheckRequest): provider.CheckResponse {
  const news = fromStruct(request.getNews());
  const region = text(news, "region");
  const wrong = region !== undefined && !REGION_PATTERN.test(region);
  const reason = `"${region ?? ""}" is not the name of an AWS region. Write one like us-east-1`;
  return checkResponse(news, wrong ? [{ property: "region", reason }] : []);
}

/** A provider with other settings is updated in place; its resources find out by themselves if their region changed. */
function diffConfig(request: provider.DiffRequest): provider.DiffResponse {
  const [oldInputs, news] = [fromStruct(request.getOldInputs()), fromStruct(request.getNews())];
  const found = difference({
    type: "",
    oldInputs,
    olds: {},
    news,
    ignoreChanges: request.getIgnorechangesList(),
    account: accountFrom(news, {}),
    importing: false,
  });
  return diffResponse(
    found.changes.map((change) => ({ ...change, replace: false })),
    false,
  );
}

function checkResponse(
  inputs: WireMap,
  failures: readonly { readonly property: string; readonly reason: string }[],
): provider.CheckResponse {
  const response = new provider.CheckResponse();
  response.setInputs(toStruct(inputs));
  for (const { property, reason } of failures) {
    const failure = new provider.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    response.addFailures(failure);
  }
  return response;
}

const { Kind: Kinds } = provider.PropertyDiff;
const KINDS = {
  add: [Kinds.ADD, Kinds.ADD_REPLACE],
  delete: [Kinds.DELETE, Kinds.DELETE_REPLACE],
  update: [Kinds.UPDATE, Kinds.UPDATE_REPLACE],
} as const;

function diffResponse(
  changes: readonly { readonly path: readonly (string | number)[]; readonly kind: Kind; readonly replace: boolean }[],
  deleteBeforeReplace: boolean,
): provider.DiffResponse {
  const response = new provider.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  response.setChanges(changes.length > 0 ? DIFF_SOME : DIFF_NONE);
  const properties = (of: typeof changes) => [...new Set(of.map(({ path }) => String(path[0])))];
  response.setDiffsList(properties(changes));
  response.setReplacesList(properties(changes.filter(({ replace }) => replace)));
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  for (const { path, kind, replace } of changes) {
    const diff = new provider.PropertyDiff();
    diff.setKind(KINDS[kind][replace ? 1 : 0]);
    diff.setInputdiff(true);
    response.getDetaileddiffMap().set(formatPath(path), diff);
  }
  return response;
}

function autonamingOf(options: provider.CheckRequest.AutonamingOptions | undefined): Autonaming | undefined {
  if (!options) return undefined;
  const { DISABLE, ENFORCE } = provider.CheckRequest.AutonamingOptions.Mode;
  const mode = options.getMode() === DISABLE ? "disable" : options.getMode() === ENFORCE ? "enforce" : "propose";
  return { mode, proposedName: options.getProposedName() };
}

/** What an id alone tells of a resource's inputs: its name, when AWS knows the type by its name. */
function importedInputs(type: string, id: string): WireMap {
  const naming = namingOf(type);
  const template = shapeOf(type)["id"];
  if (template === "{.bucket}") return { bucket: id };
  return naming && template === "{name}" ? { [naming.property]: id } : {};
}
