import type { Settings } from "../../policies/engine/session";
import type { Evaluation } from "../../policies/engine/evaluate";
import type { Snapshot, SnapshotResource } from "../../tools/shared/snapshot/snapshot";
import { reasonOf } from "./reasons";
import { aloneJudge, judgeSnapshot } from "../../tools/reports/policy/judgeSnapshot";
import type { Added } from "./added";
import { SAFE } from "./addedSafe";
import { UNSAFE } from "./addedUnsafe";
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

  const judgeAlone = aloneJudge(snapshot);
  const originals = new Map(snapshot.resources.map((each) => [each.urn, judgeAlone(each)]));
  const isNoticedAlone = ({ urn, changed }: Mutant) =>
    changed !== undefined && [...judgeAlone(changed)].some((each) => originals.get(urn)?.has(each) === false);

  const mutants = [...mutantsOf(snapshot)];
  const verdicts = mutants.map((mutant, index) => {
    progress(index + 1, mutants.length);
    // Most are noticed by a rule that needs no other resource; only the rest is judged with the whole stack.
    const caught = isNoticedAlone(mutant) || isNew(judge(withMutant(snapshot, mutant))).length > 0;
    return { ...mutant, caught };
  });
  const added = UNSAFE.map((each) => ({
    family: each.family,
    what: each.what,
    caught: isNew(judge([...snapshot.resources, placed(each, snapshot)])).length > 0,
  }));
  const flagged = SAFE.flatMap((each) => {
    const found = isNew(judge([...snapshot.resources, placed(each, snapshot)]));
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

function withMutant({ resources }: Snapshot, { urn, changed }: Mutant): SnapshotResource[] {
  return resources.flatMap((each) => (each.urn !== urn ? [each] : changed === undefined ? [] : [changed]));
}

/** A resource as somebody would add it to the stack, beside everything else. */
function placed({ type, inputs, protect }: Added, { stack, project }: Snapshot): SnapshotResource {
  const name = "added";
  return {
    type,
    name,
    urn: `urn:pulumi:${stack}::${project}::${type}::${name}`,
    custom: true,
    external: false,
    inputs,
    dependencies: [],
    propertyDependencies: {},
    options: { protect, retainOnDelete: false, ignoreChanges: [], additionalSecretOutputs: [], aliases: [] },
  };
}
