import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/resource_pb";
import { CHANNEL_OPTIONS, Refusal } from "../serve";
import type { Wire, WireMap } from "../wire";
import { fromStruct, toStruct, UNKNOWN } from "../wire";

/** A resource that the engine has registered. */
export interface Registered {
  readonly urn: string;
  /** UNKNOWN while a preview creates it. */
  readonly id: string;
  readonly outputs: WireMap;
}

/** A value, and the resources that it comes from. */
export interface Input {
  readonly value: Wire | undefined;
  readonly from: readonly string[];
}

export const plain = (value: Wire | undefined): Input => ({ value, from: [] });

export const idOf = ({ urn, id }: Registered): Input => ({ value: id, from: [urn] });

/** An output of a resource. What a preview's engine leaves out is not known yet. */
export const outputOf = ({ urn, id, outputs }: Registered, key: string): Input => ({
  value: outputs[key] ?? (id === UNKNOWN ? UNKNOWN : undefined),
  from: [urn],
});

/** A resource to be registered below another one. */
export interface Child {
  readonly type: string;
  readonly name: string;
  readonly parent: Registered;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly dependsOn: readonly Registered[];
}

/** The engine, as the constructor of a component sees it. */
export class Monitor {
  private readonly client: ResourceMonitorClient;

  constructor(
    address: string,
    private readonly engineAddress: string | undefined,
    /** The provider that children of a package use, by package; the default one where there is none. */
    private readonly providers: ReadonlyMap<string, string>,
    private readonly dryRun: boolean,
  ) {
    this.client = new ResourceMonitorClient(address, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
  }

  close(): void {
    this.client.close();
  }

  async register(child: Child): Promise<Registered> {
    const request = new rpc.RegisterResourceRequest();
    request.setType(child.type);
    request.setName(child.name);
    request.setParent(child.parent.urn);
    request.setCustom(true);
    request.setProvider(this.providers.get(child.type.split(":")[0] ?? "") ?? "");
    const object: Record<string, Wire> = {};
    const dependencies = new Set(child.dependsOn.map(({ urn }) => urn));
    for (const [key, { value, from }] of Object.entries(child.inputs)) {
      if (value === undefined || value === null) continue;
      object[key] = value;
      const ofProperty = new rpc.RegisterResourceRequest.PropertyDependencies();
      ofProperty.setUrnsList([...from]);
      request.getPropertydependenciesMap().set(key, ofProperty);
      for (const urn of from) dependencies.add(urn);
    }
    request.setObject(toStruct(object));
    request.setDependenciesList([...dependencies].sort());
    return this.send(request);
  }

  /** Registers what the request describes. The engine itself hands down aliases, protection and transforms of the parent. */
  async send(request: rpc.RegisterResourceRequest): Promise<Registered> {
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    request.setSupportspartialvalues(true);
    request.setAliasspecs(true);
    const response = await this.call<rpc.RegisterResourceResponse>(
      `${request.getType()} ${request.getName()}`,
      (reply) => this.client.registerResource(request, reply),
    );
    const id = response.getId();
    return {
      urn: response.getUrn(),
      id: id === "" && this.dryRun ? UNKNOWN : id,
      outputs: fromStruct(response.getObject()),
    };
  }

  async finish(component: Registered): Promise<void> {
    const request = new rpc.RegisterResourceOutputsRequest();
    request.setUrn(component.urn);
    request.setOutputs(toStruct({}));
    await this.call<object>(component.urn, (reply) => this.client.registerResourceOutputs(request, reply));
  }

  async invoke(token: string, args: WireMap): Promise<WireMap> {
    const request = new rpc.ResourceInvokeRequest();
    request.setTok(token);
    request.setArgs(toStruct(args));
    request.setProvider(this.providers.get(token.split(":")[0] ?? "") ?? "");
    const response = await this.call<rpc.ResourceInvokeResponse>(token, (reply) => this.client.invoke(request, reply));
    return fromStruct(response.getReturn());
  }

  /** Shows a warning in the engine's output, if we know where the engine is. */
  async warn(urn: string, message: string): Promise<void> {
    if (this.engineAddress === undefined) return;
    const engine = new EngineClient(this.engineAddress, grpc.credentials.createInsecure());
    const request = new LogRequest();
    request.setSeverity(LogSeverity.WARNING);
    request.setUrn(urn);
    request.setMessage(message);
    try {
      await this.call<object>("warning", (reply) => engine.log(request, reply));
    } finally {
      engine.close();
    }
  }

  private call<T>(what: string, send: (reply: (error: grpc.ServiceError | null, response: T) => void) => unknown) {
    return new Promise<T>((resolve, reject) => {
      send((error, response) => {
        if (error) reject(new Refusal(`${what}: ${error.details}`, error.code));
        else resolve(response);
      });
    });
  }
}
