import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const PLAN = "backup/plan:Plan";
const plan: Given = { type: `aws:${PLAN}`, name: "plan", props: { rules: [{ schedule: "cron(0 5 * * ? *)" }] } };
const selection = (props: Given["props"], from: Given["from"] = {}): Given => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  props,
  from,
});
const table: Given = { type: "aws:dynamodb/table:Table", name: "visits", props: { tags: { Backup: "daily" } } };
const bucket = (props: object = {}): Given => ({
  type: "aws:s3/bucket:Bucket",
  name: "files",
  props: { bucket: "telehealth-files", ...props },
});
const of = { bucket: ["files"] };
const schedule = (...schedules: unknown[]) => one(PLAN, { rules: schedules.map((each) => ({ schedule: each })) });

/** A plan of this name with one rule, and what it takes in. */
const planned = (
  name: string,
  rules: readonly object[],
  resources: readonly unknown[] = ["arn:aws:s3:::telehealth-*"],
) => [
  { type: `aws:${PLAN}`, name, props: { rules } },
  {
    type: "aws:backup/selection:Selection",
    name: `${name}-stores`,
    props: { planId: LATER, resources },
    from: { planId: [name] },
  },
];
const daily = { ruleName: "daily", schedule: "cron(0 5 * * ? *)", startWindow: 480, lifecycle: { deleteAfter: 35 } };
const copied = { ...daily, copyActions: [{ destinationVaultArn: "arn:second" }] };
const yearly = { ruleName: "rare", schedule: "cron(0 5 1 1 ? *)", startWindow: 60, lifecycle: { deleteAfter: 3650 } };
const begins = (schedule: string, startWindow = 60) => [{ ...daily, ruleName: "other", schedule, startWindow }];

export const backups: CaseTable = {
  "backup-jobs-apart": {
    accepts: [
      ok("plans whose windows do not meet", [
        ...planned("a", [daily]),
        ...planned("b", begins("cron(0 13 * * ? *)")),
        bucket(),
      ]),
      ok("plans for different things", [
        ...planned("a", [daily]),
        ...planned("b", [daily], ["arn:aws:dynamodb:*:*:table/*"]),
        bucket(),
        table,
      ]),
      ok("a rule that is kept longer and copied as well", [
        ...planned("a", [copied, { ...yearly, copyActions: copied.copyActions }]),
        bucket(),
      ]),
      ok("a rule that is kept longer, at another hour", [
        ...planned("a", [copied, { ...yearly, schedule: "cron(0 20 1 1 ? *)" }]),
        bucket(),
      ]),
      ok("a plan without a fixed hour", [...planned("a", [daily]), ...planned("b", begins("rate(1 hour)")), bucket()]),
      ok("the first Tuesday and the last day of a month", [
        ...planned("a", begins("cron(0 9 ? * TUE#1 *)")),
        ...planned("b", begins("cron(0 9 L * ? *)")),
        bucket(),
      ]),
    ],
    rejects: [
      bad("two plans at the same hour", /daily of a.*2027-01-01 05:00 UTC/, [
        ...planned("a", [daily]),
        ...planned("b", begins("cron(0 5 * * ? *)")),
        bucket(),
      ]),
      bad("a plan that starts while the other still waits", /for example at 2027-01-03 12:30 UTC/, [
        ...planned("a", [daily]),
        ...planned("b", begins("cron(30 12 ? * SUN *)")),
        bucket(),
      ]),
      bad("windows over midnight", /2027-01-02 00:00 UTC/, [
        ...planned("a", begins("cron(0 23 * * ? *)", 480)),
        ...planned("b", begins("cron(0 0/12 * * ? *)")),
        bucket(),
      ]),
      bad("no window, which means eight hours", /2027-01-01 12:00 UTC/, [
        ...planned("a", [{ ruleName: "daily", schedule: "cron(0 5 * * ? *)" }]),
        ...planned("b", begins("cron(0 12 1 1 ? *)")),
        bucket(),
      ]),
      bad(
        "a rule that takes the place of one that is copied",
        /rare runs instead of daily, whose copy is then missing/,
        [...planned("a", [copied, yearly]), bucket()],
      ),
      bad("a rule for ever that takes the place of one that is copied", /rare runs instead of daily/, [
        ...planned("a", [copied, { ...yearly, lifecycle: {} }]),
        bucket(),
      ]),
    ],
    defers: [ok("a schedule that comes later", [...planned("a", [{ ...daily, schedule: LATER }]), bucket()])],
  },
  "backup-coverage": {
    accepts: [
      ok("a resource that is named", [plan, table, selection({ resources: [LATER] }, { resources: ["visits"] })]),
      ok("a list that is not known, made from it", [
        plan,
        table,
        selection({ resources: LATER_LIST }, { resources: ["visits"] }),
      ]),
      ok("a bucket by its ARN", [plan, bucket(), selection({ resources: ["arn:aws:s3:::telehealth-files"] })]),
      ok("buckets by a pattern", [plan, bucket(), selection({ resources: ["arn:aws:s3:::telehealth-*"] })]),
      ok("everything", [plan, table, selection({ resources: ["*"] })]),
      ok("all tables", [plan, table, selection({ resources: ["arn:aws:dynamodb:*:*:table/*"] })]),
      ok("a tag", [
        plan,
        table,
        selection({ selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }] }),
      ]),
      ok("a stack without any plan, of which backup-plan speaks", [table]),
      ok("a locked bucket", [plan, bucket({ objectLockEnabled: true })]),
      ok("a bucket that keeps nothing", [
        plan,
        bucket(),
        {
          type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          name: "life",
          props: { bucket: LATER, rules: [{ id: "all", status: "Enabled", expiration: { days: 30 } }] },
          from: of,
        },
      ]),
      ok("a bucket for access logs", [
        plan,
        bucket(),
        {
          type: "aws:s3/bucketLogging:BucketLogging",
          name: "logging",
          props: { bucket: "other", targetBucket: LATER },
          from: { targetBucket: ["files"] },
        },
      ]),
      ok("a copy of another bucket", [
        plan,
        bucket(),
        {
          type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
          name: "copy",
          props: { bucket: "source", rules: [{ destination: { bucket: LATER } }] },
          from: { rules: ["files"] },
        },
      ]),
    ],
    rejects: [
      bad("a table that no selection names", /no Selection/, [plan, table]),
      bad("a selection of something else", /no Selection/, [
        plan,
        bucket(),
        selection({ resources: ["arn:aws:s3:::other"] }),
      ]),
      bad("a resource that is taken out again", /no Selection/, [
        plan,
        bucket(),
        selection({ resources: ["*"], notResources: ["arn:aws:s3:::telehealth-files"] }),
      ]),
      bad("another tag", /no Selection/, [
        plan,
        table,
        selection({ selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "weekly" }] }),
      ]),
      bad("a bucket of which only a part expires", /no Selection/, [
        plan,
        bucket(),
        {
          type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          name: "life",
          props: {
            bucket: "telehealth-files",
            rules: [{ id: "part", status: "Enabled", filter: { prefix: "tmp/" }, expiration: { days: 1 } }],
          },
        },
      ]),
    ],
    defers: [ok("a selection of which nothing is known", [plan, table, selection({ resources: [LATER] })])],
  },
  "backup-frequency": {
    accepts: [
      ok("every day", schedule("cron(0 5 * * ? *)")),
      ok("every day and every month", schedule("cron(0 3 1 * ? *)", "cron(0 5 ? * * *)")),
      ok("every six hours", schedule("cron(0 0/6 * * ? *)")),
      ok("every hour", schedule("rate(1 hour)")),
      ok("four times a day", schedule("cron(15 1,7,13,19 * * ? *)")),
    ],
    rejects: [
      bad("no rules", /less often than daily/, one(PLAN, {})),
      bad("no schedule", /no schedule/, one(PLAN, { rules: [{ ruleName: "daily" }] })),
      bad("every week", /less often than daily/, schedule("cron(0 5 ? * SUN *)")),
      bad("on working days", /less often than daily/, schedule("cron(0 5 ? * MON-FRI *)")),
      bad("every month", /less often than daily/, schedule("cron(0 5 1 * ? *)")),
      bad("every other day", /less often than daily/, schedule("rate(2 days)")),
      bad("nonsense", /less often than daily/, schedule("daily")),
    ],
    defers: [ok("a schedule that comes later", schedule(LATER))],
  },
  "backup-plan": {
    accepts: [ok("a database with a plan", [plan, table])],
    rejects: [bad("a database without a plan", /no backup plan/, [table])],
  },
};
