/** Minutes; the shortest that AWS accepts: "Backup plan options and configuration". */
export const START_WINDOW_MINUTES = 60;
/** Hours between snapshots, longest first. All divide a day, or the pause over midnight would be another one. */
const INTERVALS = [24, 12, 8, 6, 4, 3, 2, 1];
/** UTC. Its start window ends an hour before the cluster's own backup window, when AWS Backup stays away from it. */
const FIRST_HOUR = 5;

export interface Schedule {
  /** Minutes from one start to the next. */
  readonly everyMinutes: number;
  /** As AWS Backup and EventBridge write it, in UTC. */
  readonly expression: string;
}

/** Minutes of data that are lost at worst: a snapshot begins at once, the next one at the end of its start window. */
export const worstLoss = ({ everyMinutes }: Pick<Schedule, "everyMinutes">): number =>
  everyMinutes + START_WINDOW_MINUTES;

/** Minutes; no schedule loses less. What must lose less needs a point-in-time recovery. */
export const LEAST_RPO_MINUTES = worstLoss({ everyMinutes: Math.min(...INTERVALS) * 60 });

/**
 * The fewest snapshots that keep the objective: undefined when not even hourly ones do. An objective of a day (1440
 * minutes) takes two a day: with one, a failure just before a late start loses 25 hours.
 */
export function scheduleFor(rpoMinutes: number): Schedule | undefined {
  const hours = INTERVALS.find((each) => worstLoss({ everyMinutes: each * 60 }) <= rpoMinutes);
  if (hours === undefined) return undefined;
  const starts = Array.from({ length: 24 / hours }, (_, index) => (FIRST_HOUR + index * hours) % 24);
  const list = hours === 1 ? "*" : starts.toSorted((a, b) => a - b).join(",");
  return { everyMinutes: hours * 60, expression: `cron(0 ${list} * * ? *)` };
}
