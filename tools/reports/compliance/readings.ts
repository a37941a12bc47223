import type { Evaluation, Judgement } from "../../../policies/engine/evaluate";
import type { Resource } from "../../../policies/engine/resource";
import { Stack } from "../../../policies/engine/stack";
import type { Value } from "../../../policies/engine/value";
import type { Rule } from "../../../policies/rule";
import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import type { Reading } from "./matrix";
import { showPresence, showValue } from "./showValue";
import { watch } from "./watch";

/** Settings of neighbours that are shown beside a resource's own: enough for a bucket and what belongs to it. */
const MOST_OF_NEIGHBOURS = 6;

/** What the pack looks up only to find out whether a property names a resource. Where it is not set it shows nothing. */
const IDENTITIES: ReadonlySet<string> = new Set([
  "id",
  "arn",
  "name",
  "bucket",
  "identifier",
  "clusterIdentifier",
  "keyId",
  "dnsName",
]);

/** What was read, by URN and path. */
type Read = ReadonlyMap<string, ReadonlyMap<string, Value | undefined>>;

/**
 * Has a rule judge a resource once more and notes which properties it reads: of the resource itself, and of those that
 * refer to it or that it refers to. That is the evidence of a verdict. The verdict itself is the evaluation's.
 */
export function readingsOf(snapshot: Snapshot, { resources }: Evaluation): (judgement: Judgement) => Reading[] {
  const own = snapshot.resources.filter(({ external }) => !external);
  const neighbours = neighboursOf(own);
  const names = new Map(own.map(({ urn, name }) => [urn, name]));
  const shared = watchedStack(own, resources);

  return ({ rule, resource: { urn } }) => {
    const first = shared(rule, urn);
    // Rules keep what they worked out for a stack or a resource. Where that hides what was read, they get new ones.
    const read = first.has(urn) ? first : watchedStack(own, resources)(rule, urn);
    const shown = (of: string, prefix: string) =>
      [...(read.get(of) ?? [])].filter(isTelling).map(([property, value]) => readingOf(rule, prefix, property, value));
    const around = [...read.keys()].filter((each) => neighbours.get(urn)?.has(each)).toSorted();
    const theirs = around.flatMap((each) => shown(each, `${names.get(each) ?? each}: `));
    return [...shown(urn, ""), ...theirs.slice(0, MOST_OF_NEIGHBOURS)];
  };
}

function isTelling([property, value]: readonly [string, Value | undefined]): boolean {
  return value !== undefined || !IDENTITIES.has(property);
}

function readingOf(rule: Rule, prefix: string, property: string, value: Value | undefined): Reading {
  if (property === "") return { property: `${prefix}all properties`, value: "looked through" };
  const shown = rule.family === "secrets" ? showPresence(value) : showValue(property, value);
  return { property: `${prefix}${property}`, value: shown };
}

/** A copy of the stack that tells what a rule reads when it judges one resource of it. */
function watchedStack(own: readonly SnapshotResource[], resources: readonly Resource[]) {
  let read = new Map<string, Map<string, Value | undefined>>();
  const watched = resources.map((each) =>
    watch(each, (urn, property, value) => {
      read.set(urn, (read.get(urn) ?? new Map<string, Value | undefined>()).set(property, value));
    }),
  );
  const byUrn = new Map(watched.map((each) => [each.urn, each]));
  const described = own.map(({ type, name, urn, inputs, outputs, dependencies, propertyDependencies }) => ({
    type,
    name,
    urn,
    props: { ...inputs, ...outputs },
    dependencies,
    propertyDependencies,
  }));
  const stack = new Stack(described, byUrn);
  return (rule: Rule, urn: string): Read => {
    read = new Map();
    const resource = byUrn.get(urn);
    if (resource) {
      rule.check?.(resource, new Map());
      rule.checkInStack?.(resource, stack);
    }
    return read;
  };
}

/** By URN, the resources that it was made from or that were made from it. */
function neighboursOf(resources: readonly SnapshotResource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>(resources.map(({ urn }) => [urn, new Set()]));
  for (const { urn, propertyDependencies } of resources)
    for (const other of Object.values(propertyDependencies).flat()) {
      found.get(urn)?.add(other);
      found.get(other)?.add(urn);
    }
  return found;
}
