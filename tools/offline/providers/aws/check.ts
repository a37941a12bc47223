import type { Wire, WireMap } from "../wire";
import { isMap, isSecret, isUnknown, mapWire, referencesToIds, reveal, secret, UNKNOWN } from "../wire";
import { autoName, isAutoName, isNamed, nameProblem, namingOf } from "./naming";
import { seeded } from "./seeded";
import { sdkFacts } from "./sdkFacts";
import type { Session } from "./session";
import type { ResourceName } from "./urn";

/** Counts the replacements of a resource in its inputs; the engine does not show properties that start like this. */
const GENERATION = "__generation";

export const generationOf = (inputs: WireMap): number => Number(inputs[GENERATION] ?? 0);

/** What the engine's own autonaming configuration (`pulumi:autonaming`) asks for. */
export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

export interface Checked {
  readonly inputs: WireMap;
  readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

/**
 * Completes the inputs of a resource as the real provider does: whole resources become ids, a resource without a name
 * gets one and keeps it, and the provider's default tags join the resource's own in `tagsAll`.
 */
export function check(
  resource: ResourceName,
  olds: WireMap,
  news: WireMap,
  session: Session,
  autonaming: Autonaming | undefined,
): Checked {
  const generation = generationFor(resource, olds, session);
  const inputs: Record<string, Wire> = {};
  for (const [key, value] of Object.entries(news)) {
    if (value !== null) inputs[key] = withoutNulls(referencesToIds(value));
  }
  const failures: { property: string; reason: string }[] = [];

  const naming = namingOf(resource.type);
  if (naming && !isNamed(naming, inputs)) {
    const old = olds[naming.property];
    const kept = old !== undefined && (isAutoName(old) || autonaming !== undefined);
    if (kept) inputs[naming.property] = old;
    else if (autonaming?.mode === "disable") {
      const reason = "automatic naming is disabled (pulumi:autonaming). Write the name explicitly";
      failures.push({ property: naming.property, reason });
    } else {
      const made = withFifo(inputs, autoName(naming, resource, generation));
      inputs[naming.property] =
        autonaming === undefined ? made : proposedName(autonaming, `${resource.urn}\n${String(generation)}\nname`);
    }
  }
  const problem = naming && nameProblem(naming, inputs[naming.property] ?? null);
  if (naming && problem !== undefined) failures.push({ property: naming.property, reason: problem });

  if (sdkFacts(resource.type).outputs.has("tagsAll")) {
    inputs["tagsAll"] = allTags(session.account.defaultTags, inputs["tags"] ?? {});
  }
  if (generation > 0) inputs[GENERATION] = generation;
  return { inputs, failures };
}

/** The engine draws the end of a name anew each time; here it follows from the resource, so that a run can be repeated. */
function proposedName({ mode, proposedName: name }: Autonaming, seed: string): string {
  return mode === "enforce" ? name : name.replace(/-[0-9a-f]{4,}$/, (end) => `-${seeded(seed, "hex", end.length - 1)}`);
}

function generationFor(resource: ResourceName, olds: WireMap, session: Session): number {
  if (Object.keys(olds).length === 0) return session.generationOfNew(resource.urn);
  session.sawExisting(resource.urn, generationOf(olds));
  return generationOf(olds);
}

const withoutNulls = (value: Wire): Wire =>
  mapWire(value, (each) =>
    isMap(each) ? Object.fromEntries(Object.entries(each).filter(([, inner]) => inner !== null)) : each,
  );

/** First-in-first-out queues and topics must be named so. */
const withFifo = (inputs: WireMap, name: string) =>
  reveal(inputs["fifoQueue"] ?? inputs["fifoTopic"] ?? null) === true ? `${name}.fifo` : name;

function allTags(defaults: WireMap, tags: Wire): Wire {
  const own = reveal(tags);
  if (isUnknown(own)) return UNKNOWN;
  const merged = { ...defaults, ...(isMap(own) ? own : {}) };
  return isSecret(tags) ? secret(merged) : merged;
}
