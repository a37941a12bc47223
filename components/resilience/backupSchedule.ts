/** Hours between snapshots, longest first. All divide a day, or the pause over midnight would be another one. */
const INTERVALS = [24, 12, 8, 6, 4, 3, 2, 1];
/** UTC; two hours before the cluster's own backup window. */
const FIRST_HOUR = 5;
/** Minutes that AWS Backup accepts at least, and what it takes by itself: "Backup plan options and configuration". */
const START_WINDOW = { shortest: 60, longest: 480 };

export interface Schedule {
  /** Minutes from one start to the next. */
  readonly everyMinutes: number;
  /**
   * Minutes that a job waits for its turn before AWS Backup drops it. AWS Backup runs one job of a resource at a time, and the
   * first one of a large bucket takes many hours ("AWS Backup quotas", concurrent jobs per resource).
   */
  readonly startWindowMinutes: number;
  /** As AWS Backup and EventBridge write it, in UTC. */
  readonly expression: string;
}

/** Half the way to the next start at most: the other half is for another plan's job of the same resource. */
const startWindow = (everyMinutes: number): number =>
  Math.min(START_WINDOW.longest, Math.max(START_WINDOW.shortest, everyMinutes / 2));

/** Worst-case data loss in minutes: a snapshot begins at once, the next one at the end of its start window. */
export const worstLoss = ({ everyMinutes }: Pick<Schedule, "everyMinutes">): number =>
  everyMinutes + startWindow(everyMinutes);

/** Minutes; no schedule loses less. What must lose less needs a point-in-time recovery. */
export const LEAST_RPO_MINUTES = worstLoss({ everyMinutes: Math.min(...INTERVALS) * 60 });

/**
 * The fewest snapshots that keep the objective: undefined when not even hourly ones do. An objective of a day (1440
 * minutes) takes two a day: with one, a failure just before a late start loses 32 hours.
 */
export function scheduleFor(rpoMinutes: number): Schedule | undefined {
  const hours = INTERVALS.find((interval) => worstLoss({ everyMinutes: interval * 60 }) <= rpoMinutes);
  if (hours === undefined) return undefined;
  const starts = Array.from({ length: 24 / hours }, (_, index) => (FIRST_HOUR + index * hours) % 24);
  const list = hours === 1 ? "*" : starts.toSorted((a, b) => a - b).join(",");
  return scheduled(hours * 60, `${list} * * ?`);
}

/** The same start as a snapshot's, on Sundays only. */
export const weekly = ({ everyMinutes }: Schedule): Schedule => scheduled(everyMinutes, `${FIRST_HOUR} ? * SUN`);

/** The same start as a snapshot's, on the first of a month only. */
export const monthly = ({ everyMinutes }: Schedule): Schedule => scheduled(everyMinutes, `${FIRST_HOUR} 1 * ?`);

/** Once a day, half way between two snapshots: the two jobs of a bucket would otherwise wait for each other. */
export function betweenSnapshots({ everyMinutes }: Schedule): Schedule {
  const start = FIRST_HOUR * 60 + everyMinutes / 2;
  const hour = Math.floor(start / 60) % 24;
  return { ...scheduled(everyMinutes, `${hour} * * ?`, start % 60), everyMinutes: 1440 };
}

function scheduled(everyMinutes: number, fields: string, minute = 0): Schedule {
  return {
    everyMinutes,
    startWindowMinutes: startWindow(everyMinutes),
    expression: `cron(${minute} ${fields} *)`,
  };
}
