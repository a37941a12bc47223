import type { SnapshotResource } from "../../shared/snapshot/snapshot";
import { type CdkStack, referred } from "./cdkResource";
import { physicalName } from "./importIds";
import type { Pairs } from "./matchResources";
import type { Imported } from "./imported";
import { type Fixed, TARGETS } from "./targets";

/** A property that cannot change, and is or may be another one in the program. */
export interface Difference {
  readonly imported: Imported;
  readonly property: string;
  readonly live: string;
  readonly wanted: string;
  /** `named`: it differs because Pulumi chose a name. `unknown`: the template does not tell whether it differs. */
  readonly kind: "replaces" | "named" | "unknown";
}

const IMPORTED_TYPES = Object.values(TARGETS).map(({ type }) => type);

type Finding = Omit<Difference, "imported" | "property">;

/** What is known to differ, or is not known, of the properties whose change makes a new resource. */
export function differencesOf(imported: Imported, pairs: Pairs, stacks: readonly CdkStack[]): readonly Difference[] {
  const { cdk, resource } = imported;
  const target = TARGETS[cdk.type];
  const stack = stacks.find((each) => each.get(cdk.logicalId) === cdk) ?? new Map();
  const name = target?.name === undefined ? undefined : nameFinding(imported, target.name);
  const fixed = cdk.properties === undefined ? [] : (target?.fixed ?? []);
  return [
    ...(name && target?.name !== undefined ? [{ imported, property: target.name, ...name }] : []),
    ...fixed.flatMap((each) => {
      const finding = fixedFinding(each, cdk.properties?.[each.live], resource, pairs, stack);
      return finding === undefined ? [] : [{ imported, property: each.planned, ...finding }];
    }),
  ];
}

function nameFinding({ cdk, resource }: Imported, property: string): Finding | undefined {
  const wanted = resource.inputs[property];
  const live = physicalName(cdk);
  if (typeof wanted !== "string" || wanted === live) return undefined;
  const isChosen =
    wanted.startsWith(`${resource.name}-`) && /^[0-9a-f]{7}$/.test(wanted.slice(resource.name.length + 1));
  return { live, wanted, kind: isChosen ? "named" : "replaces" };
}

function fixedFinding(
  { planned: property, absent }: Fixed,
  value: unknown,
  resource: SnapshotResource,
  pairs: Pairs,
  stack: CdkStack,
): Finding | undefined {
  const wantedUrns = resource.propertyDependencies[property] ?? [];
  const planned = resource.inputs[property];
  const wanted = wantedUrns.length === 0 ? shown(planned ?? absent) : namesOf(wantedUrns);
  if (value === undefined) {
    if (absent === undefined) return planned === undefined ? undefined : unknown(wanted);
    return shown(absent) === wanted ? undefined : { live: shown(absent), wanted, kind: "replaces" };
  }
  const other = stack.get(referred(value) ?? "");
  if (other !== undefined) {
    const urn = pairs.get(other)?.urn;
    if (urn !== undefined && wantedUrns.includes(urn)) return undefined;
    const live = `${other.logicalId} (${urn === undefined ? "not imported" : namesOf([urn])})`;
    return { live, wanted, kind: "replaces" };
  }
  if (!isPlain(value)) return unknown(wanted);
  if (shown(value) === shown(planned)) return undefined;
  const isOneOfPairs = [...pairs].some(
    ([{ physicalId }, { urn }]) => wantedUrns.includes(urn) && shown(value).endsWith(physicalId),
  );
  return isOneOfPairs ? undefined : { live: shown(value), wanted, kind: "replaces" };
}

const unknown = (wanted: string): Finding => ({ live: "not said by the template", wanted, kind: "unknown" });

/** What a property is made of: of a key with its policy, the key. */
function namesOf(urns: readonly string[]): string {
  const own = urns.filter((urn) => IMPORTED_TYPES.some((type) => urn.includes(`${type}::`)));
  return (own.length > 0 ? own : urns)
    .map((urn) => urn.split("::").at(-1))
    .toSorted()
    .join(", ");
}

const isPlain = (value: unknown): boolean => typeof value !== "object" || (Array.isArray(value) && value.every(isText));
const isText = (value: unknown) => typeof value === "string";

/** Templates write truth values as text now and then. */
const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));
