import type { Policies } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import * as structs from "google-protobuf/google/protobuf/struct_pb";
import { policiesFor } from "../../policies/engine/policies";
import type { Rule } from "../../policies/rule";

/** How the engine writes an unknown string, and a secret, into the properties it sends to a policy pack. */
export const LATER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const LATER_LIST = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
const SECRET = { key: "4dabf18193072939515e22adb298388d", sig: "1b47061264138c4ac30d75fd1eb44270" };
export const secret = (value: unknown) => ({ [SECRET.key]: SECRET.sig, value });

/** A resource of a test, as a program would write it. */
export interface Given {
  readonly type: string;
  readonly name: string;
  readonly props: Record<string, unknown>;
  readonly opts?: {
    readonly protect?: boolean;
    readonly ignoreChanges?: string[];
    readonly deleteBeforeReplace?: boolean;
    readonly additionalSecretOutputs?: string[];
    /** URNs it had before. */
    readonly aliases?: string[];
    readonly customTimeouts?: { readonly create?: number; readonly update?: number; readonly delete?: number };
    /** The URN of its component. */
    readonly parent?: string;
  };
  /** The provider that makes it. The engine names it with every resource; tests do where it matters. */
  readonly provider?: { readonly type: string; readonly name: string; readonly props: Record<string, unknown> };
  /** Names of the resources it waits for. */
  readonly dependsOn?: readonly string[];
  /** What the engine reports after the resource exists; the inputs when left out, as in a preview. */
  readonly outputs?: Record<string, unknown>;
  /** Names of the resources that each property was made from. */
  readonly from?: Record<string, readonly string[]>;
}

export interface Violation {
  readonly policy: string;
  readonly level: "advisory" | "mandatory";
  readonly message: string;
  readonly urn: string;
}

export interface World {
  /** @default "prod" */
  readonly stack?: string;
  readonly config?: Record<string, Record<string, unknown>>;
  /** Whether it is made next. @default false, it is previewed */
  readonly isUpdate?: boolean;
  /** Milliseconds for all rules on one resource. */
  readonly limit?: number;
}

const LEVELS = { 0: "advisory", 1: "mandatory" } as const;
const sdk: any = server;

/**
 * Runs rules as the engine does, through the SDK's own server functions: properties travel as protobuf, unknowns are
 * checking proxies, secrets are unwrapped; every resource is analysed by itself, then all of them as a stack.
 */
export async function violations(
  rules: readonly Rule[],
  given: readonly Given[],
  world: World = {},
): Promise<Violation[]> {
  const { limit, isUpdate = false } = world;
  const policies = policiesFor(rules, { isUpdate: () => isUpdate, ...(limit !== undefined && { limit }) });
  const run = new Run(configured(policies, world.config ?? {}), world);
  for (const each of given) await run.analyze(each);
  await run.analyzeStack(given);
  return run.violations;
}

/** The SDK keeps configuration in its module, for its one pack; here each policy is handed its own. */
export function configured(policies: Policies, config: Record<string, Record<string, unknown>>): Policies {
  return policies.map((each: any) => {
    const properties = config[each.name];
    if (!properties) return each;
    return {
      ...each,
      validateResource: (args: any, tell: any) => each.validateResource({ ...args, getConfig: () => properties }, tell),
    };
  });
}

/** One process of the policy pack: what it has seen in a preview is still there when it is asked again. */
export class Run {
  violations: Violation[] = [];

  constructor(
    private readonly policies: Policies,
    private readonly world: World = {},
  ) {}

  urnOf({ type, name }: { type: string; name: string }): string {
    return `urn:pulumi:${this.world.stack ?? "prod"}::telehealth::${type}::${name}`;
  }

  async analyze(each: Given): Promise<void> {
    const request = this.fill(new analyzer.AnalyzeRequest(), each, each.props);
    await this.call(sdk.makeAnalyzeRpcFun("pack", "1.0.0", "advisory", this.policies), request, this.urnOf(each));
  }

  async analyzeStack(all: readonly Given[]): Promise<void> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(
      all.map((each) => {
        const resource = this.fill(new analyzer.AnalyzerResource(), each, { ...each.props, ...each.outputs });
        resource.setDependenciesList((each.dependsOn ?? []).map((name) => this.urnIn(all, name)));
        resource.setParent(each.opts?.parent ?? "");
        for (const [property, names] of Object.entries(each.from ?? {})) {
          const urns = new analyzer.AnalyzerPropertyDependencies();
          urns.setUrnsList(names.map((name) => this.urnIn(all, name)));
          resource.getPropertydependenciesMap().set(property, urns);
        }
        return resource;
      }),
    );
    await this.call(sdk.makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", this.policies), request, "stack");
  }

  private urnIn(all: readonly Given[], name: string): string {
    return this.urnOf(all.find((other) => other.name === name) ?? { type: "missing", name });
  }

  private fill<R extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(
    request: R,
    each: Given,
    props: object,
  ): R {
    const options = new analyzer.AnalyzerResourceOptions();
    options.setProtect(each.opts?.protect ?? false);
    options.setIgnorechangesList(each.opts?.ignoreChanges ?? []);
    options.setDeletebeforereplacedefined(each.opts?.deleteBeforeReplace !== undefined);
    options.setDeletebeforereplace(each.opts?.deleteBeforeReplace ?? false);
    options.setAdditionalsecretoutputsList(each.opts?.additionalSecretOutputs ?? []);
    options.setAliasesList(each.opts?.aliases ?? []);
    options.setParent(each.opts?.parent ?? "");
    if (each.opts?.customTimeouts) {
      const timeouts = new analyzer.AnalyzerResourceOptions.CustomTimeouts();
      timeouts.setCreate(each.opts.customTimeouts.create ?? 0);
      timeouts.setUpdate(each.opts.customTimeouts.update ?? 0);
      timeouts.setDelete(each.opts.customTimeouts.delete ?? 0);
      options.setCustomtimeouts(timeouts);
    }
    if (each.provider) {
      const provider = new analyzer.AnalyzerProviderResource();
      provider.setType(each.provider.type);
      provider.setName(each.provider.name);
      provider.setUrn(this.urnOf(each.provider));
      provider.setProperties(structOf(each.provider.props));
      request.setProvider(provider);
    }
    request.setType(each.type);
    request.setName(each.name);
    request.setUrn(this.urnOf(each));
    request.setOptions(options);
    request.setProperties(structOf(props));
    return request;
  }

  private async call(rpc: any, request: unknown, defaultUrn: string): Promise<void> {
    const response: analyzer.AnalyzeResponse = await new Promise((resolve, reject) => {
      rpc({ request }, (error: Error | null | undefined, reply: any) => {
        if (error) reject(error);
        else resolve(reply);
      });
    });
    for (const each of response.getDiagnosticsList())
      this.violations.push({
        policy: each.getPolicyname(),
        level: LEVELS[each.getEnforcementlevel() as 0 | 1],
        message: each.getMessage(),
        urn: each.getUrn() || defaultUrn,
      });
  }
}

const structOf = (props: object) => structs.Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));
