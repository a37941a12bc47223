import { LEAST_RPO_MINUTES, type Schedule, scheduleFor } from "./backupSchedule";

/**
 * Minutes of data that are lost at worst when a store is brought back to a point in time: AWS, "Overview of backing up and
 * restoring an Aurora DB cluster" and "Point-in-time recovery for S3 backups".
 */
const POINT_IN_TIME_MINUTES = { database: 5, bucket: 15 } as const;
/** Minutes we count for a copy to reach the second region; AWS promises none. Restore tests show the real one. */
const COPY_MINUTES = 120;
/** Minutes under which no restore of a cluster, with an instance in it, has to be expected; AWS promises none. */
const LEAST_RTO_MINUTES = 60;

/** What the business can bear, in minutes: 45 CFR 164.308(a)(7)(ii)(B) and (E). */
export interface Objectives {
  /** Data that may be lost when records were deleted or damaged. */
  readonly rpoMinutes: number;
  /** Data that may be lost together with the region; undefined: nothing is copied elsewhere. */
  readonly regionRpoMinutes?: number | undefined;
  /** Time until the records are back. */
  readonly rtoMinutes: number;
}

/** What the plan has besides snapshots. Aurora's own point-in-time recovery is always on and needs no mention. */
export interface PlanFacts {
  /** Whether AWS Backup records every change of the buckets. */
  readonly continuousBuckets: boolean;
}

export interface ObjectiveProblem {
  readonly field: keyof Objectives;
  readonly wrong: string;
  readonly fix: string;
}

/** Minutes that a bucket loses at worst after damage; the database loses less. */
const leastRpo = ({ continuousBuckets }: PlanFacts): number =>
  continuousBuckets ? Math.max(POINT_IN_TIME_MINUTES.database, POINT_IN_TIME_MINUTES.bucket) : LEAST_RPO_MINUTES;

/**
 * How often snapshots have to be taken; undefined when no plan keeps the RPOs. Damage to the database is undone by its
 * point-in-time recovery, and damage to buckets by theirs, if they have one; what is left to snapshots is the rest, and the
 * loss of the region.
 */
export function snapshotSchedule(
  { rpoMinutes, regionRpoMinutes }: Pick<Objectives, "rpoMinutes" | "regionRpoMinutes">,
  facts: PlanFacts,
): Schedule | undefined {
  if (!(rpoMinutes >= leastRpo(facts))) return undefined;
  return scheduleFor(
    Math.min(
      facts.continuousBuckets ? Infinity : rpoMinutes,
      regionRpoMinutes === undefined ? Infinity : regionRpoMinutes - COPY_MINUTES,
    ),
  );
}

/** Why this plan cannot keep its promises; empty if it can. */
export function objectiveProblems(objectives: Objectives, facts: PlanFacts): ObjectiveProblem[] {
  const { rpoMinutes, regionRpoMinutes, rtoMinutes } = objectives;
  const least = leastRpo(facts);
  const leastRegion = LEAST_RPO_MINUTES + COPY_MINUTES;
  const problems: (ObjectiveProblem | false)[] = [
    !(rpoMinutes >= least) && {
      field: "rpoMinutes",
      wrong: `${rpoMinutes} minutes cannot be kept: the buckets lose up to ${least}`,
      fix: facts.continuousBuckets
        ? `Write ${least} or more`
        : `Write ${least} or more, or turn continuous backup of buckets on for ${POINT_IN_TIME_MINUTES.bucket}`,
    },
    regionRpoMinutes !== undefined &&
      !(regionRpoMinutes >= leastRegion) && {
        field: "regionRpoMinutes",
        wrong: `${regionRpoMinutes} minutes cannot be kept: hourly snapshots and their copies lose up to ${leastRegion}`,
        fix: `Write ${leastRegion} or more`,
      },
    !(rtoMinutes >= LEAST_RTO_MINUTES) && {
      field: "rtoMinutes",
      wrong: `${rtoMinutes} minutes cannot be promised: a new database alone takes up to ${LEAST_RTO_MINUTES}`,
      fix: `Write ${LEAST_RTO_MINUTES} or more`,
    },
  ];
  return problems.filter((problem) => problem !== false);
}
