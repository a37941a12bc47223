import * as grpc from "@grpc/grpc-js";
import type { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { commonMethods, Refusal, unary } from "../serve";
import type { Wire } from "../wire";
import { fromStruct, toStruct } from "../wire";
import type { Input } from "./monitor";
import { Monitor } from "./monitor";
import { constructVpc } from "./vpc";

const VPC = "awsx:ec2:Vpc";

/** The `awsx` provider: the Vpc component, and nothing else. */
export function awsxMethods(): IResourceProviderServer {
  let engineAddress: string | undefined;
  return {
    ...commonMethods("awsx"),
    attach: unary((request: PluginAttach) => {
      engineAddress = request.getAddress();
      return new Empty();
    }),
    construct: unary((request: provider.ConstructRequest) => construct(request, engineAddress)),
    invoke: unary((request: provider.InvokeRequest) => {
      throw new Refusal(`${request.getTok()} asks AWS for what exists there, which is impossible offline.`);
    }),
  };
}

async function construct(
  request: provider.ConstructRequest,
  engineAddress: string | undefined,
): Promise<provider.ConstructResponse> {
  if (request.getType() !== VPC) {
    throw new Refusal(
      `The offline awsx has only ${VPC}, not ${request.getType()}. Build the component of @pulumi/aws resources.`,
      grpc.status.UNIMPLEMENTED,
    );
  }
  const providers = new Map(entriesOf(request.getProvidersMap()));
  const monitor = new Monitor(request.getMonitorendpoint(), engineAddress, providers, request.getDryrun());
  try {
    const component = await monitor.send(componentRequest(request));
    const dependencies = new Map(entriesOf(request.getInputdependenciesMap()));
    const from = (input: string) => dependencies.get(input)?.getUrnsList() ?? [];
    const inputs = withoutNulls(fromStruct(request.getInputs()));
    const outputs = await constructVpc({ name: request.getName(), component, inputs, from, monitor });
    await monitor.finish(component);
    return constructResponse(component.urn, outputs);
  } finally {
    monitor.close();
  }
}

/** `toArray` of these maps gives messages in a raw form; this gives them as they are. */
function entriesOf<Value>(map: {
  forEach(each: (value: Value, key: string) => void): void;
}): readonly [string, Value][] {
  const entries: [string, Value][] = [];
  map.forEach((value, key) => entries.push([key, value]));
  return entries;
}

const withoutNulls = (inputs: Readonly<Record<string, Wire>>) =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null));

/** The component itself, with all the options that the program gave it. */
function componentRequest(from: provider.ConstructRequest): RegisterResourceRequest {
  const request = new RegisterResourceRequest();
  request.setType(from.getType());
  request.setName(from.getName());
  request.setParent(from.getParent());
  request.setObject(from.getInputs());
  request.setDependenciesList(from.getDependenciesList());
  for (const [key, urns] of entriesOf(from.getInputdependenciesMap())) {
    const dependencies = new RegisterResourceRequest.PropertyDependencies();
    dependencies.setUrnsList(urns.getUrnsList());
    request.getPropertydependenciesMap().set(key, dependencies);
  }
  for (const [name, reference] of entriesOf(from.getProvidersMap())) request.getProvidersMap().set(name, reference);
  const protect = from.getProtect();
  if (from.hasProtect() && protect !== undefined) request.setProtect(protect);
  const retain = from.getRetainondelete();
  if (from.hasRetainondelete() && retain !== undefined) request.setRetainondelete(retain);
  const timeouts = from.getCustomtimeouts();
  if (timeouts) {
    const copy = new RegisterResourceRequest.CustomTimeouts();
    copy.setCreate(timeouts.getCreate());
    copy.setUpdate(timeouts.getUpdate());
    copy.setDelete(timeouts.getDelete());
    request.setCustomtimeouts(copy);
  }
  request.setAliasesList(from.getAliasesList());
  request.setIgnorechangesList(from.getIgnorechangesList());
  request.setReplaceonchangesList(from.getReplaceonchangesList());
  request.setReplaceWithList(from.getReplaceWithList());
  request.setDeletedwith(from.getDeletedwith());
  request.setParentstacktracehandle(from.getStackTraceHandle());
  return request;
}

function constructResponse(urn: string, outputs: Readonly<Record<string, Input>>): provider.ConstructResponse {
  const response = new provider.ConstructResponse();
  response.setUrn(urn);
  const state: Record<string, Wire> = {};
  for (const [key, { value, from }] of Object.entries(outputs)) {
    if (value === undefined) continue;
    state[key] = value;
    const dependencies = new provider.ConstructResponse.PropertyDependencies();
    dependencies.setUrnsList([...from]);
    response.getStatedependenciesMap().set(key, dependencies);
  }
  response.setState(toStruct(state));
  return response;
}
