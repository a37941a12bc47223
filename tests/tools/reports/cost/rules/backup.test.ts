import { priced } from "../priced";
import { part } from "../stack";

const cluster = (capacity: object, more: object = {}) =>
  part("rds/cluster:Cluster", "db", { serverlessv2ScalingConfiguration: capacity, ...more });
const bucket = part("s3/bucket:Bucket", "files");
const copy = { copyActions: [{ lifecycle: { deleteAfter: 10 } }] };

const plan = (schedule: string, deleteAfter: number, more: object = {}) => [
  part("backup/plan:Plan", "plan", { rules: [{ schedule, lifecycle: { deleteAfter }, ...more }] }),
  part("backup/selection:Selection", "chosen", {}, { planId: ["plan"], resources: ["db", "files"] }),
];

priced("Backups", [
  [
    "snapshots within the cluster's own days are free",
    [cluster({}, { backupRetentionPeriod: 30 }), ...plan("cron(0 5 * * ? *)", 30)],
    { databaseGb: 100 },
    "database snapshots beyond its own backups",
    0,
  ],
  [
    "daily ones beyond them have the size of the database",
    [cluster({}, { backupRetentionPeriod: 30 }), ...plan("cron(0 5 * * ? *)", 40)],
    { databaseGb: 100 },
    "database snapshots beyond its own backups",
    21,
  ],
  [
    "weekly ones are fewer",
    [cluster({}, { backupRetentionPeriod: 30 }), ...plan("cron(0 3 ? * SUN *)", 44)],
    { databaseGb: 100 },
    "database snapshots beyond its own backups",
    4.2,
  ],
  [
    "copies in another region are never free",
    [cluster({}, { backupRetentionPeriod: 30 }), ...plan("cron(0 5 * * ? *)", 30, copy)],
    { databaseGb: 100 },
    "database snapshots in another region",
    21,
  ],
  ["buckets", [bucket, ...plan("cron(0 5 * * ? *)", 30)], { filesGb: 1000 }, "buckets", 50],
  [
    "copies of buckets",
    [bucket, ...plan("cron(0 5 * * ? *)", 30, copy)],
    { filesGb: 1000 },
    "buckets in another region",
    50,
  ],
  [
    "no copies of buckets",
    [bucket, ...plan("cron(0 5 * * ? *)", 30)],
    { filesGb: 1000 },
    "buckets in another region",
    0,
  ],
]);
