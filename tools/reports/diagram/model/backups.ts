import { valueAt } from "../../../shared/snapshot/valueAt";
import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { bucketName } from "./buckets";
import type { Graph } from "./graph";
import { keyOf } from "./keys";
import type { Node } from "./model";
import { listAt, numberAt, textAt } from "../../../shared/fields";

export const VAULT = "backup/vault:Vault";
const PLAN = "backup/plan:Plan";
const CADENCES = ["daily", "weekly", "monthly"] as const;
export type Cadence = (typeof CADENCES)[number];

/** The backup vaults of one region. */
export function vaultNodes(graph: Graph, region: string | undefined): readonly Node[] {
  return graph
    .all(VAULT)
    .filter((each) => graph.regionOf(each) === region)
    .map((vault) => ({
      title: "Backup vault",
      notes: [...rhythm(graph, vault), ...subjects(graph, vault), ...lock(graph, vault), ...tests(graph, vault)],
      members: [vault.urn],
      lock: keyOf(graph, vault, "kmsKeyArn"),
    }));
}

/** How often a plan takes copies from one vault to another; undefined if it takes none. */
export function copyCadence(plan: SnapshotResource): Cadence | undefined {
  return mostOften(listAt(plan.inputs, "rules").filter((each) => listAt(each, "copyActions").length > 0))[0];
}

function rhythm(graph: Graph, vault: SnapshotResource): readonly string[] {
  if (graph.isAway(vault)) return [];
  const plans = graph.users(PLAN, "rules", vault);
  const cadences = mostOften(plans.flatMap((each) => listAt(each.inputs, "rules")));
  return cadences.length > 0 ? [cadences.join(", ")] : [];
}

/** From most to least often. */
function mostOften(rules: readonly unknown[]): readonly Cadence[] {
  const found = new Set(rules.map((each) => cadenceOf(textAt(each, "schedule") ?? "")));
  return CADENCES.filter((each) => found.has(each));
}

/** An EventBridge schedule: cron(minute hour day-of-month month day-of-week year). */
function cadenceOf(schedule: string): Cadence {
  const [, , day = "*", , weekday = "?"] = schedule.replace(/^cron\(|\)$/g, "").split(" ");
  if (weekday !== "?" && weekday !== "*") return "weekly";
  return day !== "?" && day !== "*" ? "monthly" : "daily";
}

function subjects(graph: Graph, vault: SnapshotResource): readonly string[] {
  if (graph.isAway(vault)) return [];
  const selections = graph
    .users(PLAN, "rules", vault)
    .flatMap((plan) => graph.users("backup/selection:Selection", "planId", plan));
  const names = selections.flatMap((each) => [
    ...graph.of(each, "resources", "rds/cluster:Cluster").map(() => "database"),
    ...graph.of(each, "resources", "s3/bucket:Bucket").map((bucket) => bucketName(graph, bucket)),
  ]);
  return names.length > 0 ? [`of ${[...new Set(names)].toSorted().join(", ")}`] : [];
}

function lock(graph: Graph, vault: SnapshotResource): readonly string[] {
  return graph
    .users("backup/vaultLockConfiguration:VaultLockConfiguration", "backupVaultName", vault)
    .map(({ inputs }) => {
      const [least, most] = [numberAt(inputs, "minRetentionDays"), numberAt(inputs, "maxRetentionDays")];
      const days = [least, most].filter((each) => each !== undefined).join(" to ");
      const final = valueAt(inputs, "changeableForDays") === undefined ? "" : " for good";
      return days === "" ? `locked${final}` : `locked${final}: keeps ${days} days`;
    });
}

function tests(graph: Graph, vault: SnapshotResource): readonly string[] {
  return graph
    .users("backup/restoreTestingPlan:RestoreTestingPlan", "recoveryPointSelection", vault)
    .map(() => "restores are tested");
}
