import * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { WireMap } from "../../../tools/offline/providers/wire";
import { fromStruct, mapWire, reveal, text, toStruct } from "../../../tools/offline/providers/wire";
import { ask, connect } from "./engine";

/** A registration as the monitor saw it. Resources are written `Subnet/net-public-1`, their outputs `ref:Subnet/...`. */
export interface Child {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly inputs: Record<string, any>;
  readonly dependsOn: string[];
  readonly propertyDependencies: Record<string, string[]>;
  readonly provider: string;
  readonly request: rpc.RegisterResourceRequest;
}

export interface Constructed {
  readonly component: Child;
  readonly children: Child[];
  readonly outputs: Record<string, any>;
  readonly outputDependencies: Record<string, string[]>;
}

export interface ConstructOptions {
  readonly name?: string;
  readonly type?: string;
  readonly dryRun?: boolean;
  readonly inputDependencies?: Record<string, string[]>;
  readonly prepare?: (request: provider.ConstructRequest) => void;
  /** Filled with what is registered, also when the construction fails. */
  readonly registered?: Child[];
  /** Outputs of children that the monitor adds to their inputs, by type. */
  readonly outputs?: Record<string, WireMap>;
}

/** The logical names of all children of a type of `aws:ec2`. */
export const names = ({ children }: Constructed, type: string): string[] =>
  children.filter((each) => each.type === `aws:ec2/${type}`).map(({ name }) => name);

/** The child of a type of `aws:ec2` and a name. */
export function one({ children }: Constructed, type: string, name: string): Child {
  const found = children.find((each) => each.type === `aws:ec2/${type}` && each.name === name);
  if (!found) throw new Error(`There is no ${type} ${name}, but ${children.map((each) => each.name).join(", ")}`);
  return found;
}

const COMPONENT = "awsx:ec2:Vpc";
const short = (type: string) => (type === COMPONENT ? "awsx.Vpc" : (type.split(":").at(-1) ?? ""));
const display = (urn: string) => {
  const [, , types = "", name] = urn.split("::");
  return `${short(types.split("$").at(-1) ?? "")}/${name}`;
};

/** Has the awsx provider construct a component, against a monitor that registers everything it is told. */
export async function construct(args: WireMap, options: ConstructOptions = {}): Promise<Constructed> {
  const registered = options.registered ?? [];
  const server = new grpc.Server();
  server.addService(ResourceMonitorService, monitorMethods(registered, options));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const client = await connect("awsx");
  try {
    const request = new provider.ConstructRequest();
    request.setProject("telehealth");
    request.setStack("test");
    request.setType(options.type ?? COMPONENT);
    request.setName(options.name ?? "net");
    request.setMonitorendpoint(`127.0.0.1:${port}`);
    request.setDryrun(options.dryRun ?? false);
    request.setInputs(toStruct(args));
    for (const [key, urns] of Object.entries(options.inputDependencies ?? {})) {
      const dependencies = new provider.ConstructRequest.PropertyDependencies();
      dependencies.setUrnsList(urns);
      request.getInputdependenciesMap().set(key, dependencies);
    }
    options.prepare?.(request);
    const response = await ask<provider.ConstructResponse>((reply) => client.construct(request, reply));
    const [component, ...children] = registered;
    if (!component) throw new Error("nothing was registered");
    return { component, children, ...outputsOf(response) };
  } finally {
    client.close();
    server.forceShutdown();
  }
}

function outputsOf(response: provider.ConstructResponse) {
  const outputDependencies: Record<string, string[]> = {};
  response.getStatedependenciesMap().forEach((each: provider.ConstructResponse.PropertyDependencies, key: string) => {
    outputDependencies[key] = each.getUrnsList().map(display);
  });
  const outputs = mapWire(fromStruct(response.getState()), reveal) as Record<string, any>;
  return { outputs, outputDependencies };
}

function monitorMethods(registered: Child[], options: ConstructOptions) {
  return {
    registerResource: (
      call: grpc.ServerUnaryCall<rpc.RegisterResourceRequest, rpc.RegisterResourceResponse>,
      reply: grpc.sendUnaryData<rpc.RegisterResourceResponse>,
    ) => {
      const { request } = call;
      const type = request.getType();
      const types = request.getParent().split("::")[2];
      const urn = `urn:pulumi:test::telehealth::${types === undefined ? "" : `${types}$`}${type}::${request.getName()}`;
      const object = fromStruct(request.getObject());
      registered.push(seen(request, object));
      const response = new rpc.RegisterResourceResponse();
      response.setUrn(urn);
      if (!options.dryRun && request.getCustom()) {
        const id = `ref:${display(urn)}`;
        response.setId(id);
        response.setObject(toStruct({ ...object, allocationId: id, ...options.outputs?.[type] }));
      } else {
        response.setObject(toStruct({ ...object, ...options.outputs?.[type] }));
      }
      reply(null, response);
    },
    registerResourceOutputs: (_: unknown, reply: grpc.sendUnaryData<Empty>) => {
      reply(null, new Empty());
    },
    invoke: (
      call: grpc.ServerUnaryCall<rpc.ResourceInvokeRequest, rpc.ResourceInvokeResponse>,
      reply: grpc.sendUnaryData<rpc.ResourceInvokeResponse>,
    ) => {
      const region = text(fromStruct(call.request.getArgs()), "region") ?? "us-east-1";
      const response = new rpc.ResourceInvokeResponse();
      response.setReturn(toStruct({ names: ["a", "b", "c", "d"].map((zone) => `${region}${zone}`) }));
      reply(null, response);
    },
    supportsFeature: (_: unknown, reply: grpc.sendUnaryData<rpc.SupportsFeatureResponse>) => {
      reply(null, new rpc.SupportsFeatureResponse());
    },
  };
}

function seen(request: rpc.RegisterResourceRequest, inputs: WireMap): Child {
  const propertyDependencies: Record<string, string[]> = {};
  request
    .getPropertydependenciesMap()
    .forEach((each: rpc.RegisterResourceRequest.PropertyDependencies, key: string) => {
      propertyDependencies[key] = each.getUrnsList().map(display).sort();
    });
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent() === "" ? "" : display(request.getParent()),
    inputs: { ...inputs },
    dependsOn: request.getDependenciesList().map(display).sort(),
    propertyDependencies,
    provider: request.getProvider(),
    request,
  };
}
