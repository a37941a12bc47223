import type { DrillCheck } from "./drillChecks";
import type { DrillObjectives } from "./objectives";

/** What a drill found out, before anybody judges it. */
export interface DrillFacts {
  readonly drill: string;
  readonly stack: string;
  readonly region: string;
  /** ARN of the caller. */
  readonly by: string;
  readonly source: { readonly cluster: string; readonly version: string };
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly ended: number;
  readonly restoredTo: Date;
  /** The newest moment that could have been restored when the drill began. */
  readonly newestMoment: Date;
  readonly checks: readonly DrillCheck[];
  readonly objectives: DrillObjectives;
  /** `kept` for a look at it, `left` if it could not be removed in time. */
  readonly temporaryCluster: "removed" | "kept" | "left";
}

/** What a restore drill proves, for the file of evidence: 45 CFR 164.308(a)(7)(ii)(D), 164.316(b). */
export interface DrillEvidence extends Omit<DrillFacts, "begun" | "ended" | "restoredTo" | "newestMoment"> {
  readonly verdict: "passed" | "failed";
  readonly requirement: string;
  readonly method: string;
  /** UTC. */
  readonly begun: string;
  readonly ended: string;
  readonly restoredTo: string;
  readonly measured: DrillObjectives;
  readonly meets: { readonly rto: boolean; readonly rpo: boolean };
  readonly limits: string;
}

export function evidenceOf(facts: DrillFacts): DrillEvidence {
  const { begun, ended, restoredTo, newestMoment, checks, objectives, ...rest } = facts;
  const measured = { rtoMinutes: minutes(ended - begun), rpoMinutes: minutes(begun - newestMoment.getTime()) };
  const meets = {
    rto: measured.rtoMinutes <= objectives.rtoMinutes,
    rpo: measured.rpoMinutes <= objectives.rpoMinutes,
  };
  return {
    verdict: checks.every(({ passed }) => passed) && meets.rto && meets.rpo ? "passed" : "failed",
    requirement: "45 CFR 164.308(a)(7)(ii)(D), testing and revision procedures",
    method: "Aurora point-in-time restore into a temporary cluster with one instance",
    ...rest,
    begun: new Date(begun).toISOString(),
    ended: new Date(ended).toISOString(),
    restoredTo: restoredTo.toISOString(),
    measured,
    objectives,
    meets,
    checks,
    limits:
      "Measured is the database alone, from the first call to an instance that is available. People who decide, the " +
      "application and what it connects to come on top. The data was not read.",
  };
}

/** Minutes, with one decimal; upwards, so that no target is met by rounding. AWS's clock may be ahead of this one. */
const minutes = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / 6000) / 10);
