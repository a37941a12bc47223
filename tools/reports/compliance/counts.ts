import type { Judgement } from "../../../policies/engine/evaluate";
import type { RowVerdict, VerdictCounts } from "./matrix";

/** What a judgement is called in the report. What an advisory rule finds breaks no mandatory one. */
export function verdictOf({ verdict, level }: Judgement): RowVerdict {
  if (verdict !== "failed") return verdict;
  return level === "mandatory" ? "violated" : "advised";
}

export function countsOf(judgements: readonly Judgement[]): VerdictCounts {
  const count = (verdict: RowVerdict) => judgements.filter((each) => verdictOf(each) === verdict).length;
  return {
    passed: count("passed"),
    violated: count("violated"),
    advised: count("advised"),
    unknown: count("unknown"),
    exempt: count("exempt"),
  };
}

/** Resources among them, each counted once. */
export function resourcesIn(judgements: readonly Judgement[]): number {
  return new Set(judgements.map(({ resource }) => resource.urn)).size;
}
