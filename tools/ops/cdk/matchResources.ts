import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { type CdkResource, type CdkStack, referred } from "./cdkResource";
import type { Choices } from "./choices";
import { physicalName } from "./importIds";
import { type Target, TARGETS } from "./targets";
import { tellingWords, wordsOf } from "./words";

/** Which planned resource a live one is. */
export type Pairs = ReadonlyMap<CdkResource, SnapshotResource>;
/** A live resource and what may be it. */
type Proposal = readonly [CdkResource, readonly SnapshotResource[]];

/**
 * Finds for each live resource the one of the program that it is: as the user says; by physical name; by what it refers to;
 * at last by the words in its name. Two that would be the same one are left to the user.
 */
export function matchResources(stacks: readonly CdkStack[], { resources: planned }: Snapshot, choices: Choices): Pairs {
  const pairs = new Map<CdkResource, SnapshotResource>();
  const byStack = new Map(stacks.flatMap((stack) => [...stack.values()].map((each) => [each, stack] as const)));
  const live = [...byStack.keys()].filter((each) => TARGETS[each.type] !== undefined);
  const linked = (resource: CdkResource, value: unknown) => byStack.get(resource)?.get(referred(value) ?? "");
  const context: Context = { pairs, linked };

  for (const [resource, chosen] of choices) if (chosen !== undefined) pairs.set(resource, chosen);
  const open = (type?: string) =>
    live.filter((each) => !pairs.has(each) && !choices.has(each) && (type === undefined || each.type === type));
  const candidates = (resource: CdkResource) => {
    const taken = new Set(pairs.values());
    return candidatesIn(planned, TARGETS[resource.type]).filter((each) => !taken.has(each));
  };
  const accept = (proposals: readonly Proposal[]) => {
    const single = proposals.flatMap(([resource, found]) =>
      found.length === 1 ? [[resource, found[0]] as const] : [],
    );
    const claims = single.map(([, found]) => found);
    const agreed = single.filter(([, found]) => claims.indexOf(found) === claims.lastIndexOf(found));
    for (const [resource, found] of agreed) if (found !== undefined) pairs.set(resource, found);
    return agreed.length > 0;
  };
  const byLinks = () => {
    const related = open()
      .filter(({ type }) => TARGETS[type]?.same !== undefined && TARGETS[type].inOrder !== true)
      .map((each) => [each, candidates(each).filter((one) => isSame(each, one, context))] as const);
    return accept([...related, ...referredTo(context, candidates).filter(([each]) => !choices.has(each))]);
  };

  accept(open().map((each) => [each, candidates(each).filter((one) => hasName(each, one))] as const));
  for (const [type, target] of Object.entries(TARGETS)) {
    while (byLinks());
    if (target.inOrder === true) inOrder(open(type), candidates, context).forEach((pair) => pairs.set(...pair));
    else if (target.onRequest === undefined)
      accept(open(type).map((each) => [each, byWords(each, candidates(each), candidatesIn(planned, target), context)]));
  }
  while (byLinks());
  return pairs;
}

interface Context {
  readonly pairs: Pairs;
  /** What a value in a resource's template refers to. */
  readonly linked: (resource: CdkResource, value: unknown) => CdkResource | undefined;
}

export const candidatesIn = (planned: readonly SnapshotResource[], target: Target | undefined) =>
  planned.filter(({ type, external }) => type === target?.type && !external);

const hasName = (resource: CdkResource, { inputs }: SnapshotResource) => {
  const property = TARGETS[resource.type]?.name;
  // A group's name is unique within its pool only, so it is matched by what it refers to.
  const isUnique = TARGETS[resource.type]?.same === undefined;
  return isUnique && property !== undefined && inputs[property] === physicalName(resource);
};

/** Whether all pairs of properties agree that have to. Without a template none can disagree. */
function isSame(resource: CdkResource, planned: SnapshotResource, { pairs, linked }: Context): boolean {
  const { properties } = resource;
  if (properties === undefined) return TARGETS[resource.type]?.inOrder === true;
  return Object.entries(TARGETS[resource.type]?.same ?? {}).every(([live, property]) => {
    const value = properties[live];
    const other = linked(resource, value);
    if (other === undefined) return value === planned.inputs[property];
    const urn = pairs.get(other)?.urn;
    return urn !== undefined && (planned.propertyDependencies[property] ?? []).includes(urn);
  });
}

/** What pairs refer to by a property that cannot change: whatever stands there in both is the same one. */
function referredTo({ pairs, linked }: Context, candidates: (resource: CdkResource) => readonly SnapshotResource[]) {
  const found = new Map<CdkResource, Set<SnapshotResource>>();
  for (const [resource, planned] of pairs)
    for (const { live, planned: property } of TARGETS[resource.type]?.fixed ?? []) {
      const other = linked(resource, resource.properties?.[live]);
      if (other === undefined || pairs.has(other)) continue;
      const urns = planned.propertyDependencies[property] ?? [];
      const meant = candidates(other).filter(({ urn }) => urns.includes(urn));
      found.set(other, new Set([...(found.get(other) ?? []), ...meant]));
    }
  return [...found].map(([resource, meant]) => [resource, [...meant]] as const);
}

/** Those whose telling words are all in the resource's logical id, or else in its physical name; the most words win. */
function byWords(
  resource: CdkResource,
  candidates: readonly SnapshotResource[],
  all: readonly SnapshotResource[],
  context: Context,
): readonly SnapshotResource[] {
  const telling = tellingWords(all.map(({ name }) => name));
  const words = new Map(all.map((each, index) => [each, telling[index] ?? new Set<string>()]));
  const hasSame = TARGETS[resource.type]?.same !== undefined && resource.properties !== undefined;
  for (const name of [resource.logicalId, physicalName(resource)]) {
    const said = wordsOf(name);
    const fitting = candidates.filter((each) => {
      const own = words.get(each) ?? new Set();
      const isTold = own.size > 0 || all.length === 1;
      return isTold && [...own].every((word) => said.has(word)) && (!hasSame || isSame(resource, each, context));
    });
    const most = Math.max(...fitting.map((each) => words.get(each)?.size ?? 0));
    if (fitting.length > 0) return fitting.filter((each) => words.get(each)?.size === most);
  }
  return [];
}

/** Instances of a cluster differ in nothing but who writes. */
function inOrder(
  live: readonly CdkResource[],
  candidates: (resource: CdkResource) => readonly SnapshotResource[],
  context: Context,
): readonly (readonly [CdkResource, SnapshotResource])[] {
  const order = ({ logicalId }: CdkResource) => [wordsOf(logicalId).has("writer") ? "0" : "1", logicalId].join(" ");
  const taken = new Set<SnapshotResource>();
  return live
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .flatMap((resource) => {
      const [next] = candidates(resource)
        .filter((each) => !taken.has(each) && isSame(resource, each, context))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      if (next === undefined) return [];
      taken.add(next);
      return [[resource, next] as const];
    });
}
