import { Field } from "./field";
import { canonical } from "./types";
import { plain } from "./value";

/** Resource options, as far as whoever asks for a verdict knows them. */
export interface DescribedOptions {
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly additionalSecretOutputs?: readonly string[];
  readonly aliases?: readonly string[];
  readonly customTimeouts?: Timeouts;
  readonly parent?: string;
  /** The engine does not tell a policy pack; a state file and the program do. */
  readonly retainOnDelete?: boolean;
}

/** Limits in seconds; zero where none is set. */
export interface Timeouts {
  readonly createSeconds: number;
  readonly updateSeconds: number;
  readonly deleteSeconds: number;
}

/** What the engine tells about a resource, before and after its creation. */
export interface Described {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: unknown;
  readonly opts?: DescribedOptions;
  /** The provider that makes it, with its settings. A default provider has a name that starts with `default`. */
  readonly provider?: Omit<Described, "provider">;
  /** What AWS calls it, where it is made already and whoever asks knows. A policy pack is not told. */
  readonly id?: string;
  /** Whether a provider makes it. The engine does not tell a policy pack, which sees the provider instead. */
  readonly custom?: boolean;
  /** URNs that each property was made from. Only known when a whole stack is judged. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  /** URNs it waits for, `dependsOn` included. Only known when a whole stack is judged. */
  readonly dependencies?: readonly string[];
}

/** A resource as the rules see it. */
export class Resource {
  /** Today's type token, whatever alias the program used. */
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  readonly deleteBeforeReplace: boolean;
  readonly additionalSecretOutputs: readonly string[];
  /** URNs it had before. */
  readonly aliases: readonly string[];
  readonly customTimeouts: Timeouts | undefined;
  /** The URN of the component it belongs to. */
  readonly parent: string | undefined;
  /** Undefined where the engine does not tell, which is always so in a policy pack. */
  readonly retainOnDelete: boolean | undefined;
  /** Whether it is known to be made by a provider, and is no component. */
  readonly isCustom: boolean;
  /** What AWS calls it; undefined until it is made, and always in a policy pack. */
  readonly id: string | undefined;
  private readonly props: Field;
  private made: Resource | undefined;

  constructor(private readonly described: Described) {
    const { type, name, urn, props, opts, custom = false, id } = described;
    this.type = canonical(type);
    this.name = name;
    this.urn = urn;
    this.protect = opts?.protect ?? false;
    this.ignoreChanges = opts?.ignoreChanges ?? [];
    this.deleteBeforeReplace = opts?.deleteBeforeReplace ?? false;
    this.additionalSecretOutputs = opts?.additionalSecretOutputs ?? [];
    this.aliases = opts?.aliases ?? [];
    this.customTimeouts = opts?.customTimeouts;
    this.parent = opts?.parent === "" ? undefined : opts?.parent;
    this.retainOnDelete = opts?.retainOnDelete;
    this.isCustom = custom;
    this.id = id;
    this.props = new Field(plain(props));
  }

  /** The same, once AWS has said what it is called. */
  called(id: string): Resource {
    return new Resource({ ...this.described, id });
  }

  /** What the program asks for. */
  at(...keys: readonly string[]): Field {
    return this.props.at(...keys);
  }

  /** The provider that makes it, whose own settings (region, account, tags) are its properties. */
  get provider(): Resource | undefined {
    const { provider } = this.described;
    return (this.made ??= provider && new Resource(provider));
  }
}

/** The stack's name, which every URN carries: `urn:pulumi:<stack>::<project>::<types>::<name>`. */
export function stackOf(urn: string): string {
  return urn.split("::")[0]?.split(":").at(-1) ?? "";
}

/** Is it the provider that Pulumi makes by itself from the stack's configuration? */
export function isDefaultProvider({ type, name }: Resource): boolean {
  return type.startsWith("pulumi:providers:") && /^default(_|$)/.test(name);
}
