import { readLimits, serviceQuotas } from "../../quotas/account";
import { countAll, type Granted, type Use } from "../../quotas/count";
import { Fleet } from "../../quotas/fleet";
import { plans, tell } from "../../quotas/main";
import { grantedIn, stacksIn } from "../../quotas/settings";

/** What all stacks would have in this account against what AWS lets it have. */
export interface QuotaFacts {
  readonly uses: readonly Use[];
  /** By code of Service Quotas. */
  readonly limits: Granted;
  /** What the settings of the account's stack say that AWS has granted. */
  readonly granted: Granted;
}

/** Counts the plans of all stacks and asks Service Quotas for every limit; both take a while and say so. */
export async function askQuotas(
  root: string,
  project: string,
  region: string,
): Promise<QuotaFacts | { readonly problem: string }> {
  const { ask, close } = serviceQuotas(region);
  const limits = await readLimits(ask, tell);
  close();
  if ("problem" in limits) return limits;
  const fleet = new Fleet(await plans(stacksIn(root)));
  return { uses: countAll(fleet, limits.granted), limits: limits.granted, granted: grantedIn(root, project) };
}
