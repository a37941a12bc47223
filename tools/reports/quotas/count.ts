import type { Counter } from "./counter";
import { ACCOUNT } from "./counters/account";
import { COMPUTE } from "./counters/compute";
import { DATA } from "./counters/data";
import { EDGE } from "./counters/edge";
import { NETWORK } from "./counters/network";
import type { Fleet } from "./fleet";
import { type Quota, QUOTAS } from "./quota";

/** How each quota is counted, by key. */
export const COUNTERS: Readonly<Record<string, Counter | undefined>> = {
  ...ACCOUNT,
  ...COMPUTE,
  ...DATA,
  ...EDGE,
  ...NETWORK,
};

/** Above this share of a limit, the next environment or the next release may not fit. */
const NEAR = 0.8;

const SUMS = /^(account|region|event bus|hosted zone|Availability Zone)/;

export type Verdict = "over" | "near" | "fits";

/** What stands against a limit where most is. */
export interface Use {
  readonly quota: Quota;
  /** The limit that counts: what AWS has granted, else its default. */
  readonly limit: number;
  readonly most: number;
  /** The region, the account or the resource that has most. */
  readonly where: string;
  readonly verdict: Verdict;
}

/** Limits that AWS has granted this account, by code of Service Quotas; a lower one than the default counts as well. */
export type Granted = Readonly<Record<string, number | undefined>>;

/** Counts every quota over all stacks of an account. */
export function countAll(fleet: Fleet, granted: Granted = {}): Use[] {
  return QUOTAS.map((quota) => {
    const count = COUNTERS[quota.key];
    if (count === undefined) throw new Error(`quotas.json: nothing counts ${quota.key}`);
    const found = [...count(fleet)].map(([where, many]) => [where, many + (quota.beside ?? 0)] as const);
    const [where, most] = found.toSorted(([, a], [, b]) => b - a)[0] ?? ["nowhere", 0];
    const limit = (quota.code === undefined ? undefined : granted[quota.code]) ?? quota.limit;
    return { quota, limit, most, where, verdict: verdictOf(quota, most, limit) };
  });
}

function verdictOf({ single, per }: Quota, most: number, limit: number): Verdict {
  if (most > limit) return "over";
  // What one resource holds is as large as it is made; only sums grow with the next environment.
  return !single && SUMS.test(per) && most >= limit * NEAR ? "near" : "fits";
}
