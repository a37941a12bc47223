import type { CloudObject } from "./ledger";
import { settingsOf } from "./ledger";
import type { PendingOperation, State, StateResource } from "./stateFile";

/** AWS as it is, and the state as Pulumi has it. */
export interface World extends State {
  readonly objects: readonly CloudObject[];
}

/** What a fault left behind, before anybody mends it. */
export interface Unfinished {
  /** Differences between AWS and the state of which a pending operation tells. */
  readonly known: readonly string[];
  /** Differences of which nothing tells: whoever runs Pulumi again would never hear of them. */
  readonly silent: readonly string[];
}

/** Which differences between AWS and the state a fault left, and whether Pulumi knows of them. */
export function unfinished(world: World): Unfinished {
  const { onlyInAws, onlyInState } = compare(world);
  const isPending = (urn: string, type: PendingOperation["type"]) =>
    world.pending.some((each) => each.urn === urn && each.type === type);
  const told = (urn: string, type: string, text: string) => ({ isKnown: isPending(urn, type), text });
  const all = [
    ...onlyInAws.map(({ urn, id }) => told(urn, "creating", `in AWS and not in the state: ${urn} (${id})`)),
    ...onlyInState.map(({ urn, id }) => told(urn, "deleting", `in the state and not in AWS: ${urn} (${id})`)),
  ];
  const texts = (isKnown: boolean) => all.filter((each) => each.isKnown === isKnown).map(({ text }) => text);
  return { known: texts(true), silent: texts(false) };
}

/** Why the world after the recovery is not that of a run that nothing disturbed; empty if it is. */
export function differences(found: World, wanted: World): readonly string[] {
  const { onlyInAws, onlyInState } = compare(found);
  const [have, want] = [byUrn(found.resources), byUrn(wanted.resources)];
  const settings = new Map(wanted.objects.map(({ urn, digest }) => [urn, digest]));
  const changed = [...want].filter(([urn, each]) => {
    const other = have.get(urn);
    return other !== undefined && inputsOf(other) !== inputsOf(each);
  });
  return [
    ...found.pending.map(({ type, urn }) => `still pending, ${type}: ${urn}`),
    ...found.resources.filter((each) => each.delete).map(({ urn }) => `still to be deleted: ${urn}`),
    ...onlyInAws.map(({ urn, id }) =>
      have.has(urn) ? `created twice: ${urn} (${id})` : `in AWS and not in the state: ${urn} (${id})`,
    ),
    ...onlyInState.map(({ urn, id }) => `in the state and not in AWS: ${urn} (${id})`),
    ...[...want.keys()].filter((urn) => !have.has(urn)).map((urn) => `missing in the state: ${urn}`),
    ...[...have.keys()].filter((urn) => !want.has(urn)).map((urn) => `unexpected in the state: ${urn}`),
    ...changed.map(([urn]) => `other inputs in the state: ${urn}`),
    ...found.objects
      .filter(({ urn, digest }) => settings.has(urn) && settings.get(urn) !== digest)
      .map(({ urn }) => `other settings in AWS: ${urn}`),
  ].toSorted();
}

interface Named {
  readonly urn: string;
  readonly id: string;
}

/** What is on one side only; two of a kind on one side need two on the other. */
function compare({ objects, resources }: World): { onlyInAws: readonly Named[]; onlyInState: readonly Named[] } {
  const ours = resources.filter((each) => each.isOurs);
  return { onlyInAws: without(objects, ours), onlyInState: without(ours, objects) };
}

function without(these: readonly Named[], those: readonly Named[]): readonly Named[] {
  const left = new Map<string, number>();
  for (const each of those) left.set(key(each), (left.get(key(each)) ?? 0) + 1);
  return these.filter((each) => {
    const matching = left.get(key(each)) ?? 0;
    left.set(key(each), matching - 1);
    return matching <= 0;
  });
}

const key = ({ urn, id }: Named) => `${urn} ${id}`;
const byUrn = (resources: readonly StateResource[]) =>
  new Map(resources.filter((each) => !each.delete).map((each) => [each.urn, each]));
const inputsOf = ({ urn, inputs }: StateResource) => settingsOf(urn, inputs);
