import { tableOf } from "../../../catalogue";
import type { Wire, WireMap } from "../wire";
import { isUnknown, reveal } from "../wire";
import { sdkFacts } from "./sdkFacts";
import { seeded } from "./seeded";
import type { Resource } from "./template";
import type { ResourceName } from "./urn";
import { parseUrn } from "./urn";

/** How the provider names a type's resources in AWS when the program does not. */
export interface Naming {
  /** The property that holds the name. */
  readonly property: string;
  /** The longest name AWS accepts. */
  readonly max: number;
  readonly lowerCase: boolean;
  /** What AWS accepts, where it is narrower than what an auto-name looks like. */
  readonly pattern?: RegExp;
  readonly before?: string;
}

/** What is said of a type's name; of all others, an optional `name` is. */
const NAMED = tableOf(({ named }) => named);

/** The longest name where none is known to be shorter. */
const LONGEST = 255;

/** Names that the provider writes in lower case, because AWS does. */
const LOWER_CASE = /^(s3\/bucket|rds|docdb|neptune|elasticache|memorydb|redshift|ecr\/repository|opensearch)\b/;

/** How a type is named; undefined for types that AWS knows by an id only. */
export function namingOf(type: string): Naming | undefined {
  const named = NAMED[type] ?? {};
  if (named === false) return undefined;
  const { property = "name", max = LONGEST, pattern, before } = named;
  const declared = sdkFacts(type).inputs.get(property);
  if (declared?.type !== "string" || !declared.optional) return undefined;
  return {
    property,
    max,
    lowerCase: LOWER_CASE.test(type),
    ...(pattern === undefined ? {} : { pattern }),
    ...(before === undefined ? {} : { before }),
  };
}

const SUFFIX_LENGTH = 7;

/** The name that the provider makes up for a resource: logical name, a hyphen, seven hex digits. */
export function autoName(naming: Naming, resource: ResourceName, generation: number): string {
  const suffix = seeded(`${resource.urn}\n${generation}\nname`, "hex", SUFFIX_LENGTH);
  return `${naming.before ?? ""}${naming.lowerCase ? resource.name.toLowerCase() : resource.name}-${suffix}`;
}

/**
 * Whether a name was made up by the provider, rather than written by the program. Only its end tells: a resource that was
 * renamed in the program (with an alias) keeps the name it was made under.
 */
export function isAutoName(name: Wire | undefined): boolean {
  const value = name === undefined ? null : reveal(name);
  return typeof value === "string" && /-[0-9a-f]{7}(\.fifo)?$/.test(value);
}

/** Whether the program gave a name, a prefix for one, or the right not to have one. */
export function isNamed(naming: Naming, inputs: WireMap): boolean {
  return [naming.property, `${naming.property}Prefix`].some((key) => (inputs[key] ?? null) !== null);
}

/** What AWS would say of a name, or undefined when it is fine. */
export function nameProblem(naming: Naming, name: Wire): string | undefined {
  const value = reveal(name);
  if (typeof value !== "string" || isUnknown(value)) return undefined;
  if (value.length > naming.max) {
    return `"${value}" has ${value.length} characters, AWS allows ${naming.max}. Use a shorter name`;
  }
  if (naming.pattern && !naming.pattern.test(value)) {
    return `"${value}" is not accepted by AWS: it must match ${naming.pattern.source}. Write the name explicitly`;
  }
  return undefined;
}

/** The name AWS knows a resource by. AWS completes a prefix with 26 digits. */
export function physicalName(type: string, resource: Resource): string {
  const { property } = namingOf(type) ?? { property: "name" };
  const prefix = resource.input(`${property}Prefix`);
  return (
    resource.input(property) ??
    (prefix === undefined ? parseUrn(resource.urn).name : prefix + resource.random("digits", 26, "prefix"))
  );
}
