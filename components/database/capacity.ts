/** Aurora capacity units (ACU) of every serverless instance; one ACU is about 2 GiB of memory and the CPU that goes with it. */
export interface Capacity {
  /**
   * ACU when idle, in steps of 0.5. 0 lets the cluster pause, and then no RDS Proxy may hold connections open. Under 2 the
   * instance is short of memory for Performance Insights ("Performance and scaling for Aurora Serverless v2"), so alarm
   * on ACUUtilization.
   */
  readonly min: number;
  /** ACU under load, in steps of 0.5. It bounds the bill, and with `min` it decides max_connections. */
  readonly max: number;
  /** Seconds without a connection until a cluster with `min` 0 pauses, 300 to 86400. Required with `min` 0, refused else. */
  readonly pauseAfterSeconds?: number;
}

/** 256 ACU: "Aurora Serverless v2 capacity". A maximum of 0.5 is refused by the same page. */
const MOST = 256;
const LEAST_MAXIMUM = 1;
/** "Scaling to Zero ACUs with automatic pause and resume". */
const PAUSE = { least: 300, most: 86_400 };

/** What AWS would refuse in a capacity range, or undefined. */
export function checkCapacity({ min, max, pauseAfterSeconds }: Capacity): string | undefined {
  if (!isStep(min) || min < 0 || min > MOST) return `min ${min} is not one of 0, 0.5, 1 ... ${MOST}`;
  if (!isStep(max) || max < LEAST_MAXIMUM || max > MOST) return `max ${max} is not one of 1, 1.5, 2 ... ${MOST}`;
  if (max < min) return `max ${max} is less than min ${min}`;
  if (min > 0) return pauseAfterSeconds === undefined ? undefined : `a cluster with min ${min} never pauses`;
  if (pauseAfterSeconds === undefined) return "min 0 without pauseAfterSeconds";
  const inRange = pauseAfterSeconds >= PAUSE.least && pauseAfterSeconds <= PAUSE.most;
  return Number.isInteger(pauseAfterSeconds) && inRange ? undefined : `pauseAfterSeconds ${pauseAfterSeconds}`;
}

export const CAPACITY_FIX = `Use steps of 0.5 ACU, and with min 0 (only then) a pauseAfterSeconds of ${PAUSE.least} to ${PAUSE.most}`;

function isStep(units: number): boolean {
  return Number.isInteger(units * 2);
}
