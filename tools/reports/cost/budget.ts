import type { Snapshot } from "../../shared/snapshot/snapshot";
import type { CostLine, Estimate } from "./line";
import type { ProfileName } from "./usage/usage";

const LARGEST = 5;

/** A limit that the estimate is over. */
export interface Breach {
  readonly name: string;
  readonly limitUsd: number;
  readonly totalUsd: number;
  readonly profile: ProfileName;
  readonly largest: readonly CostLine[];
}

/** Judges by the limit that is given, else by the stack's own budgets. */
export function breachesOf(estimate: Estimate, profile: ProfileName, limitUsd?: number): readonly Breach[] {
  const limits = limitUsd === undefined ? estimate.budgets : [{ name: "--budget", limitUsd }];
  const largest = estimate.lines.toSorted((a, b) => b.monthlyUsd - a.monthlyUsd).slice(0, LARGEST);
  return limits
    .filter((each) => estimate.totalUsd > each.limitUsd)
    .map((each) => ({ ...each, totalUsd: estimate.totalUsd, profile, largest }));
}

/** A budget is for what is there today: an environment with made-up data has no users. */
export function budgetProfile({ resources }: Snapshot): ProfileName {
  const tags = resources
    .filter(({ type }) => type === "pulumi:providers:aws")
    .map((each) => each.inputs["defaultTags"]);
  // Pulumi has a provider's tags as JSON in a text.
  return /DataClass\W+synthetic\b/.test(JSON.stringify(tags)) ? "idle" : "baseline";
}
