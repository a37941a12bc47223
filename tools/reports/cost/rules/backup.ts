import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, numberAt, textAt, valueAt, type Fields } from "../fields";
import { itemOf, type Item } from "../line";
import { share, type Context, type Rules } from "../rule";
import { DAYS } from "../usage/usage";
import { stockOf } from "./bucket";

const PLAN = "backup/plan:Plan";
const service = "Backup";
const purpose = "AWS Backup: copies that nobody in the account can delete, in two regions";
const item = itemOf(service, purpose);
/** Backups that are kept for good count as many as the assumed age makes. */
const FOREVER = Infinity;

export const BACKUP_RULES = {
  [PLAN]: plan,
  "backup/restoreTestingPlan:RestoreTestingPlan": restoreTests,
  "backup/framework:Framework": (resource, { usage }) => [
    {
      service,
      what: "backups audited",
      quantity: (listAt(resource, "controls").length * usage.backedUp * DAYS) / 1000,
      price: "backup.audit",
      purpose: "evidence that backups are as they should be",
    },
  ],
} satisfies Rules;

function plan(resource: SnapshotResource, context: Context): readonly Item[] {
  const { graph, usage } = context;
  const selections = graph.users("backup/selection:Selection", "planId", resource);
  const chosen = (type: string) => unique(selections.flatMap((each) => graph.of(each, "resources", type)));
  const clusters = chosen("rds/cluster:Cluster");
  const rules = listAt(resource, "rules");
  const databases = clusters.flatMap((cluster) => {
    const inCluster = numberAt(cluster, "backupRetentionPeriod", 1);
    const here = sum(rules.map((each) => points(each, each, inCluster, usage.ageMonths)));
    const copies = rules.flatMap((each) => listAt(each, "copyActions").map((copy) => [each, copy] as const));
    const there = sum(copies.map(([each, copy]) => points(each, copy, 0, usage.ageMonths)));
    const sent = sum(copies.map(([each]) => DAYS / everyDays(each)));
    return [
      item("database snapshots beyond its own backups", here * usage.databaseGb, "backup.aurora"),
      item("database snapshots in another region", there * usage.databaseGb, "backup.aurora"),
      item("database snapshots sent to another region", sent * usage.databaseGb, "transfer.region.gb"),
    ];
  });
  const buckets = chosen("s3/bucket:Bucket").flatMap((bucket) => {
    const stock = stockOf(bucket, context);
    const held = stock.fresh + stock.archived + stock.old;
    // Backups of a bucket are increments on one copy: several rules of several plans share it.
    if (!isFirstPlanOf(bucket, resource, context)) return [];
    const copied = rules.some((each) => listAt(each, "copyActions").length > 0);
    return [
      item("buckets", held, "backup.s3"),
      ...(copied
        ? [
            item("buckets in another region", held, "backup.s3"),
            item("buckets sent to another region", stock.newGb, "transfer.region.gb"),
          ]
        : []),
    ];
  });
  return [...databases, ...buckets].filter(({ quantity }) => quantity > 0);
}

/** The plan that is billed for the copy of a bucket: one with copies elsewhere before one without. */
function isFirstPlanOf(bucket: SnapshotResource, plan: SnapshotResource, { graph }: Context): boolean {
  const plans = graph
    .users("backup/selection:Selection", "resources", bucket)
    .flatMap((each) => graph.of(each, "planId", PLAN));
  const copying = plans.filter((each) => listAt(each, "rules").some((rule) => listAt(rule, "copyActions").length > 0));
  return ([...copying, ...plans][0]?.urn ?? plan.urn) === plan.urn;
}

/**
 * Full snapshots that are there at a time. Aurora charges for none of a cluster within its own retention; others, and all
 * copies, have the size of the database: "Aurora backup storage", Aurora User Guide.
 */
function points(rule: Fields, keeper: Fields, freeDays: number, ageMonths: number): number {
  if (valueAt(rule, "enableContinuousBackup") === true) return 0;
  const kept = Math.min(numberAt(keeper, "lifecycle.deleteAfter", FOREVER), ageMonths * DAYS);
  return Math.max(0, kept - freeDays) / everyDays(rule);
}

/** Days between two runs of `cron(m h day month weekday year)`; a day for what is not read here. */
function everyDays(rule: Fields): number {
  const [, , day = "*", , weekday = "*"] = textAt(rule, "schedule")
    .replace(/^cron\(|\)$/g, "")
    .split(/\s+/);
  if (/^\d/.test(day)) return DAYS / day.split(",").length;
  if (weekday.includes("#") || weekday.includes("L")) return DAYS;
  return /^[A-Z\d]/.test(weekday) ? 7 / weekday.split(",").length : 1;
}

function restoreTests(resource: SnapshotResource, context: Context): readonly Item[] {
  const { graph } = context;
  const tests = graph.users(
    "backup/restoreTestingSelection:RestoreTestingSelection",
    "restoreTestingPlanName",
    resource,
  );
  const schedule = { schedule: textAt(resource, "scheduleExpression") };
  const runs = (tests.length * DAYS) / everyDays(schedule);
  const restored = tests
    .flatMap((each) => graph.of(each, "protectedResourceArns", "s3/bucket:Bucket"))
    .map((each) => stockOf(each, context))
    .map(({ fresh, archived }) => fresh + archived);
  return [
    item("restore tests", runs, "backup.test"),
    item("buckets restored by tests", share(sum(restored) * runs, tests.length), "backup.restore.s3"),
  ].filter(({ quantity }) => quantity > 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
