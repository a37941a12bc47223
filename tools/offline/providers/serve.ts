import { createRequire } from "node:module";
import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** State snapshots of big stacks pass through these messages; the engine allows the same. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;
export const CHANNEL_OPTIONS = {
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
};

/** An answer to the engine that says no: the text is what the operator reads. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** UNKNOWN is what the real provider answers when AWS refuses; the engine then keeps the state as it was. */
    readonly code: grpc.status = grpc.status.UNKNOWN,
  ) {
    super(message);
  }
}

/** Makes a gRPC handler of a function that returns or throws. Whatever it throws becomes an answer, never a crash. */
export function unary<Request, Response>(
  handle: (request: Request, peer: string) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const answer = async () => handle(call.request, call.getPeer());
    answer().then(
      (response) => {
        callback(null, response);
      },
      (error: unknown) => {
        const code = error instanceof Refusal ? error.code : grpc.status.UNKNOWN;
        callback({ code, details: error instanceof Error ? error.message : String(error) });
      },
    );
  };
}

const unimplemented = (what: string) =>
  unary(() => {
    throw new Refusal(`The offline providers do not implement ${what}.`, grpc.status.UNIMPLEMENTED);
  });

/** What every provider answers alike; a provider adds its own methods. */
export function commonMethods(packageName: string): IResourceProviderServer {
  const version = packageVersion(packageName);
  return {
    handshake: unary(() => {
      const response = new provider.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    configure: unary(() => configured()),
    checkConfig: unary((request: provider.CheckRequest) => {
      const response = new provider.CheckResponse();
      response.setInputs(request.getNews());
      return response;
    }),
    getSchema: unary(() => schemaResponse({ name: packageName, version, description: "Offline stand-in: no types." })),
    getPluginInfo: unary(() => {
      const response = new PluginInfo();
      response.setVersion(version);
      return response;
    }),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getMapping: unary(() => new provider.GetMappingResponse()),
    getMappings: unary(() => new provider.GetMappingsResponse()),
    diffConfig: unimplemented("DiffConfig"),
    parameterize: unimplemented("Parameterize"),
    call: unimplemented("Call: it has no methods on resources"),
    invoke: unimplemented("Invoke: take the value from configuration"),
    check: unimplemented("Check"),
    diff: unimplemented("Diff"),
    create: unimplemented("Create"),
    read: unimplemented("Read"),
    update: unimplemented("Update"),
    delete: unimplemented("Delete"),
    construct: unimplemented("Construct: this provider has no components"),
    list: (call) => {
      call.emit("error", { code: grpc.status.UNIMPLEMENTED, details: "The offline providers cannot list resources." });
    },
  };
}

export function configured(): provider.ConfigureResponse {
  const response = new provider.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setAcceptresources(true);
  response.setSupportspreview(true);
  response.setSupportsAutonamingConfiguration(true);
  return response;
}

export function schemaResponse(schema: object): provider.GetSchemaResponse {
  const response = new provider.GetSchemaResponse();
  response.setSchema(JSON.stringify(schema));
  return response;
}

/** The version of an installed SDK package. A preview compares it with the plugin version that the program asks for. */
export function packageVersion(name: string): string {
  const manifest: unknown = createRequire(__filename)(`@pulumi/${name}/package.json`);
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

/** Serves a provider on a free port of this machine. */
export async function serve(implementation: IResourceProviderServer): Promise<{ port: number; server: grpc.Server }> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  server.addService(ResourceProviderService, implementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return { port, server };
}
