import { evaluate, type Evaluated, type Evaluation } from "../../../policies/engine/evaluate";
import { flatten, isNotKnown } from "../../../policies/engine/outcome";
import { type Described, Resource } from "../../../policies/engine/resource";
import type { Settings } from "../../../policies/engine/session";
import { UNKNOWN } from "../../../policies/engine/value";
import { pack } from "../../../policies/pack";
import { appliesTo } from "../../../policies/rule";
import { SECRET, type Snapshot, type SnapshotResource } from "../../shared/snapshot/snapshot";

/** Judges a plan or a state with the whole pack. */
export function judgeSnapshot(snapshot: Snapshot, settings: Settings, today: string): Evaluation {
  return evaluate({ rules: pack, ...describeStack(snapshot), settings, today });
}

/** A plan or a state as the rules are told of it. */
export function describeStack({ resources }: Snapshot): Pick<Evaluated, "resources" | "outputs"> {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  // What belongs to somebody else is not ours to judge, and the engine does not ask about it either.
  const own = resources.filter(({ external }) => !external);
  return {
    resources: own.map((each) => describe(each, byUrn)),
    outputs: new Map(own.map((each) => [each.urn, unsecret({ ...each.inputs, ...each.outputs })] as const)),
  };
}

/** Finds what rules that look at one resource alone find in it: the quick part of `judgeSnapshot`. */
export function aloneJudge({ resources }: Snapshot): (each: SnapshotResource) => Set<string> {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  return (each) => {
    const resource = new Resource(describe(each, byUrn));
    const found = pack
      .filter((rule) => appliesTo(rule, resource.type))
      .flatMap((rule) =>
        flatten(rule.check?.(resource, new Map())).flatMap((outcome) =>
          isNotKnown(outcome) ? [] : [`${rule.id} ${outcome.property} ${outcome.problem}`],
        ),
      );
    return new Set(found);
  };
}

function describe(each: SnapshotResource, byUrn: ReadonlyMap<string, SnapshotResource>): Described {
  const { type, name, urn, dependencies, propertyDependencies, options, parent } = each;
  const { customTimeouts: limits, ...others } = options;
  const seconds = limits && {
    createSeconds: limits.create,
    updateSeconds: limits.update,
    deleteSeconds: limits.delete,
  };
  const opts = {
    ...others,
    ...(seconds && { customTimeouts: seconds }),
    ...(parent !== undefined && { parent }),
  };
  const provider = each.provider === undefined ? undefined : byUrn.get(each.provider);
  const made = provider && {
    type: provider.type,
    name: provider.name,
    urn: provider.urn,
    props: unsecret(provider.inputs),
  };
  return {
    type,
    name,
    urn,
    props: unsecret(each.inputs),
    opts,
    dependencies,
    propertyDependencies,
    ...(made && { provider: made }),
  };
}

/** A file does not hold secrets, so for the rules they are values that nobody knows. */
function unsecret(value: unknown): unknown {
  if (value === SECRET) return UNKNOWN;
  if (Array.isArray(value)) return value.map(unsecret);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unsecret(each)]));
}
