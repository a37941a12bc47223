import type { Settings } from "../../../policies/engine/session";
import type { Evaluation } from "../../../policies/engine/evaluate";
import type { Snapshot, SnapshotResource } from "../../snapshot/snapshot";
import { reasonOf } from "./reasons";
import { judgeAlone, judgeSnapshot } from "../judgeSnapshot";
import { type Added, SAFE, UNSAFE } from "./added";
import { type Mutant, mutantsOf } from "./mutants";

export interface Tally {
  readonly family: string;
  readonly caught: number;
  readonly total: number;
}

export interface Score {
  readonly tallies: readonly Tally[];
  /** What no rule noticed. */
  readonly survivors: readonly { readonly family: string; readonly what: string }[];
  /** Safe resources that a rule complains about, and the rules that do. */
  readonly flagged: readonly { readonly what: string; readonly rules: readonly string[] }[];
  readonly safe: number;
}

/** What is wrong already is not counted for a mutant: a rule and the resource it speaks of. */
const complaints = ({ judgements }: Evaluation): Set<string> =>
  new Set(
    judgements.flatMap(({ verdict, rule, resource, findings }) =>
      verdict === "failed"
        ? findings.map(({ property, problem }) => `${rule.id} ${resource.urn} ${property} ${problem}`)
        : [],
    ),
  );

/** Judges every mutant of the graph, and every resource that somebody might add. */
export function score(snapshot: Snapshot, today: string, progress: (done: number, of: number) => void): Score {
  const settings: Settings = {};
  const judge = (resources: readonly SnapshotResource[]) =>
    complaints(judgeSnapshot({ ...snapshot, resources }, settings, today));
  const before = judge(snapshot.resources);
  const isNew = (found: Set<string>) => [...found].filter((each) => !before.has(each));

  const mutants = [...mutantsOf(snapshot)];
  const verdicts = mutants.map((mutant, index) => {
    progress(index + 1, mutants.length);
    // Most are noticed by a rule that needs no other resource; only the rest is judged with the whole stack.
    const caught = isNoticedAlone(mutant, snapshot) || isNew(judge(withMutant(snapshot, mutant))).length > 0;
    return { ...mutant, caught };
  });
  const added = UNSAFE.map((each) => ({
    family: each.family,
    what: each.what,
    caught: isNew(judge([...snapshot.resources, ...placed(each, snapshot)])).length > 0,
  }));
  const flagged = SAFE.flatMap((each) => {
    const found = isNew(judge([...snapshot.resources, ...placed(each, snapshot)]));
    return found.length === 0
      ? []
      : [{ what: each.what, rules: [...new Set(found.map((one) => one.split(" ")[0] ?? ""))] }];
  });

  // What is as safe as it was has nothing that could be noticed: it is listed and not counted.
  const equivalent = ({ caught, what }: { readonly caught: boolean; readonly what: string }) =>
    !caught && reasonOf(what)?.isSafe === true;
  const judged = [...verdicts, ...added];
  const all = judged.filter((each) => !equivalent(each));
  const families = [...new Set(all.map(({ family }) => family))].toSorted();
  const tallies = families.map((family) => {
    const own = all.filter((each) => each.family === family);
    return { family, caught: own.filter(({ caught }) => caught).length, total: own.length };
  });
  const survivors = judged.filter(({ caught }) => !caught).map(({ family, what }) => ({ family, what }));
  return { tallies, survivors, flagged, safe: SAFE.length };
}

function isNoticedAlone({ urn, changed }: Mutant, snapshot: Snapshot): boolean {
  const original = snapshot.resources.find((each) => each.urn === urn);
  if (original === undefined || changed === undefined) return false;
  const before = judgeAlone(original, snapshot);
  return [...judgeAlone(changed, snapshot)].some((each) => !before.has(each));
}

function withMutant({ resources }: Snapshot, { urn, changed }: Mutant): SnapshotResource[] {
  return resources.flatMap((each) => (each.urn !== urn ? [each] : changed === undefined ? [] : [changed]));
}

/** Resources as somebody would add them to the stack, beside everything else. */
function placed({ resources }: Added, { stack, project }: Snapshot): SnapshotResource[] {
  return resources.map(({ type, name, inputs, protect = true, from = {} }) => ({
    type,
    name,
    urn: urnOf(stack, project, type, name),
    custom: true,
    external: false,
    inputs,
    dependencies: [],
    propertyDependencies: Object.fromEntries(
      Object.entries(from).map(([property, made]) => [
        property,
        made.map((each) => {
          const source = resources.find((other) => other.name === each);
          return urnOf(stack, project, source?.type ?? "", each);
        }),
      ]),
    ),
    options: { protect, retainOnDelete: false, ignoreChanges: [], additionalSecretOutputs: [], aliases: [] },
  }));
}

const urnOf = (stack: string, project: string, type: string, name: string) =>
  `urn:pulumi:${stack}::${project}::${type}::${name}`;
