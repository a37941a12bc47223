import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { startProviders } from "../../../tools/offline/providers";
import type { WireMap } from "../../../tools/offline/providers/wire";
import { fromStruct, toStruct } from "../../../tools/offline/providers/wire";

export const ACCOUNT = "111122223333";

export const urnOf = (type: string, name: string, stack = "test") =>
  `urn:pulumi:${stack}::telehealth::telehealth:network:Network$aws:${type}::${name}`;

let running: ReturnType<typeof startProviders> | undefined;

/** The providers of all tests, in this process. */
const providers = () => (running ??= startProviders());

export async function stopProviders(): Promise<void> {
  await (await running)?.stop();
  running = undefined;
}

export async function portOf(packageName: string): Promise<number> {
  const { debugProviders } = await providers();
  return Number(new RegExp(`${packageName}:(\\d+)`).exec(debugProviders)?.[1]);
}

export async function connect(packageName: string): Promise<ResourceProviderClient> {
  // A pool of its own, or all clients of this process would share one connection, which engines never do.
  const options = { "grpc.use_local_subchannel_pool": 1 };
  return new ResourceProviderClient(
    `127.0.0.1:${await portOf(packageName)}`,
    grpc.credentials.createInsecure(),
    options,
  );
}

/** Calls a method as the engine does, and gives its answer or its error. */
export function ask<T>(send: (reply: (error: grpc.ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    send((error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}

const json = (struct: Parameters<typeof fromStruct>[0]): Record<string, any> => fromStruct(struct);

/** One provider resource of a program: an engine's connection to the aws provider, configured. */
export class Engine {
  private constructor(readonly client: ResourceProviderClient) {}

  static async connect(config: Record<string, unknown> = {}): Promise<Engine> {
    const client = await connect("aws");
    await ask((reply) => client.handshake(new provider.ProviderHandshakeRequest(), reply));
    const request = new provider.ConfigureRequest();
    const given = { region: "us-east-1", allowedAccountIds: [ACCOUNT], ...config };
    const texts = Object.entries(given).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    request.setArgs(toStruct(Object.fromEntries(texts)));
    await ask((reply) => client.configure(request, reply));
    return new Engine(client);
  }

  close(): void {
    this.client.close();
  }

  /** What comes back is JSON: the tests read any path of it. */
  async check(urn: string, news: WireMap, olds: WireMap = {}, autonaming?: provider.CheckRequest.AutonamingOptions) {
    const request = new provider.CheckRequest();
    request.setUrn(urn);
    request.setNews(toStruct(news));
    request.setOlds(toStruct(olds));
    if (autonaming) request.setAutonaming(autonaming);
    const response = await ask<provider.CheckResponse>((reply) => this.client.check(request, reply));
    return {
      inputs: json(response.getInputs()),
      failures: response.getFailuresList().map((each) => `${each.getProperty()}: ${each.getReason()}`),
    };
  }

  async create(urn: string, inputs: WireMap, preview = false) {
    const request = new provider.CreateRequest();
    request.setUrn(urn);
    request.setProperties(toStruct(inputs));
    request.setPreview(preview);
    const response = await ask<provider.CreateResponse>((reply) => this.client.create(request, reply));
    return { id: response.getId(), outputs: json(response.getProperties()) };
  }

  /** Check and create, as in an update of a new resource. */
  async make(type: string, name: string, news: WireMap = {}) {
    const urn = urnOf(type, name);
    const { inputs } = await this.check(urn, news);
    return { urn, inputs, ...(await this.create(urn, inputs)) };
  }

  async diff(urn: string, id: string, oldInputs: WireMap, olds: WireMap, news: WireMap, ignoreChanges: string[] = []) {
    const request = new provider.DiffRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOldInputs(toStruct(oldInputs));
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    request.setIgnorechangesList(ignoreChanges);
    const response = await ask<provider.DiffResponse>((reply) => this.client.diff(request, reply));
    const detailed: Record<string, number> = {};
    response.getDetaileddiffMap().forEach((value: provider.PropertyDiff, key: string) => {
      detailed[key] = value.getKind();
    });
    return {
      changed: response.getChanges() === provider.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      detailed,
    };
  }

  async update(urn: string, id: string, oldInputs: WireMap, olds: WireMap, news: WireMap, preview = false) {
    const request = new provider.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOldInputs(toStruct(oldInputs));
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    request.setPreview(preview);
    const response = await ask<provider.UpdateResponse>((reply) => this.client.update(request, reply));
    return json(response.getProperties());
  }

  async read(urn: string, id: string, inputs: WireMap = {}, state: WireMap = {}) {
    const request = new provider.ReadRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setInputs(toStruct(inputs));
    request.setProperties(toStruct(state));
    const response = await ask<provider.ReadResponse>((reply) => this.client.read(request, reply));
    return {
      id: response.getId(),
      inputs: json(response.getInputs()),
      outputs: json(response.getProperties()),
    };
  }

  async delete(urn: string, id: string, state: WireMap): Promise<void> {
    const request = new provider.DeleteRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(toStruct(state));
    await ask((reply) => this.client.delete(request, reply));
  }

  async invoke(token: string, args: WireMap = {}) {
    const request = new provider.InvokeRequest();
    request.setTok(token);
    request.setArgs(toStruct(args));
    const response = await ask<provider.InvokeResponse>((reply) => this.client.invoke(request, reply));
    return json(response.getReturn());
  }
}
