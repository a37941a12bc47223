import { Field } from "./field";
import { canonical } from "./types";
import { plain } from "./value";

/** What the engine tells about a resource, before and after its creation. */
export interface Described {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: unknown;
  readonly opts?: {
    readonly protect?: boolean;
    readonly ignoreChanges?: readonly string[];
    readonly deleteBeforeReplace?: boolean;
  };
  /** URNs that each property was made from. Only known when a whole stack is judged. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
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
  private readonly props: Field;

  constructor(described: Described) {
    const { type, name, urn, props, opts } = described;
    this.type = canonical(type);
    this.name = name;
    this.urn = urn;
    this.protect = opts?.protect ?? false;
    this.ignoreChanges = opts?.ignoreChanges ?? [];
    this.deleteBeforeReplace = opts?.deleteBeforeReplace ?? false;
    this.props = new Field(plain(props));
  }

  /** What the program asks for. */
  at(...keys: readonly string[]): Field {
    return this.props.at(...keys);
  }
}

/** The stack's name, which every URN carries: `urn:pulumi:<stack>::<project>::<types>::<name>`. */
export function stackOf(urn: string): string {
  return urn.split("::")[0]?.split(":").at(-1) ?? "";
}
