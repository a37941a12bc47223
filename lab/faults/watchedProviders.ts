import * as grpc from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Providers, startProviders } from "../../tools/offline/providers";
import type { Operation } from "../../tools/offline/providers/aws/failure";
import { awsMethods } from "../../tools/offline/providers/aws/service";
import { fromStruct, toStruct } from "../../tools/offline/providers/wire";
import type { CloudObject, Ledger } from "./ledger";

/** One call that changes AWS. */
export interface Call {
  readonly operation: Operation;
  /** The first of its operation in this run is 1. */
  readonly count: number;
  readonly urn: string;
}

/** What is done to the calls of one run. */
export interface Hooks {
  /** AWS has not done anything yet. What this throws is AWS's answer. */
  readonly before?: (call: Call) => void | Promise<void>;
  /** AWS has done it and the engine does not know yet. False keeps it from ever knowing. */
  readonly acted?: (call: Call) => boolean;
  /** The answer is on its way. */
  readonly answered?: (call: Call) => void;
}

/** Starts the offline AWS with every change written into a ledger, which outlives the engine. */
export function startWatchedProviders(ledger: Ledger, hooks: Hooks): Promise<Providers> {
  return startProviders(watch(awsMethods(), ledger, hooks));
}

function watch(methods: IResourceProviderServer, ledger: Ledger, hooks: Hooks): IResourceProviderServer {
  const create = watcher<provider.CreateRequest, provider.CreateResponse>("create", hooks, (request, made) => {
    const outputs = fromStruct(made.getProperties());
    ledger.create(request.getUrn(), made.getId(), fromStruct(request.getProperties()), outputs);
  });
  const update = watcher<provider.UpdateRequest, provider.UpdateResponse>("update", hooks, (request, made) => {
    const outputs = fromStruct(made.getProperties());
    ledger.update(request.getUrn(), request.getId(), fromStruct(request.getNews()), outputs);
  });
  const remove = watcher<provider.DeleteRequest, Empty>("delete", hooks, (request) => {
    ledger.delete(request.getUrn(), request.getId());
  });
  return {
    ...methods,
    create: (call, callback) => {
      if (call.request.getPreview()) methods.create(call, callback);
      else create(methods.create, call, callback);
    },
    update: (call, callback) => {
      if (call.request.getPreview()) methods.update(call, callback);
      else update(methods.update, call, callback);
    },
    delete: (call, callback) => {
      remove(methods.delete, call, callback);
    },
    read: (call, callback) => {
      const { request } = call;
      const [urn, id] = [request.getUrn(), request.getId()];
      const isById = !request.getProperties()?.getFieldsMap().getLength();
      const found = isById ? ledger.get(urn, id) : undefined;
      // An answer without an id says that there is no such thing.
      if (ledger.isGone(urn, id)) callback(null, new provider.ReadResponse());
      else if (found) callback(null, asFound(found));
      else methods.read(call, callback);
    },
  };
}

/** What AWS says of something of which the engine knows the id only, as after it was written into the state by hand. */
function asFound({ id, inputs, outputs }: CloudObject): provider.ReadResponse {
  const response = new provider.ReadResponse();
  response.setId(id);
  response.setProperties(toStruct(outputs));
  response.setInputs(toStruct(inputs));
  return response;
}

/** Counts the calls of one operation, and lets the hooks at each before the engine hears of it. */
function watcher<Request extends { getUrn(): string }, Response>(
  operation: Operation,
  hooks: Hooks,
  record: (request: Request, response: Response) => void,
) {
  let seen = 0;
  return (
    handle: grpc.handleUnaryCall<Request, Response>,
    call: grpc.ServerUnaryCall<Request, Response>,
    callback: grpc.sendUnaryData<Response>,
  ): void => {
    seen += 1;
    const which = { operation, count: seen, urn: call.request.getUrn() };
    const act = () => {
      handle(call, (error, response, ...rest) => {
        if (!error && response) record(call.request, response);
        if (hooks.acted?.(which) === false) return;
        callback(error, response, ...rest);
        hooks.answered?.(which);
      });
    };
    const begin = async () => hooks.before?.(which);
    begin().then(act, (error: unknown) => {
      callback({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    });
  };
}
