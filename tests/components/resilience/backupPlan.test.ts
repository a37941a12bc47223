import { strict as assert } from "node:assert";
import { BackupPlan, type BackupPlanArgs } from "../../../components/resilience/backupPlan";
import { PostgresCluster } from "../../../components/database/postgresCluster";
import { deploy, promiseOf } from "../../harness";
import { exampleCluster } from "../database/exampleCluster";

const CLUSTER = "arn:aws:rds:us-east-1:111122223333:cluster:telehealth";
const FILES = "arn:aws:s3:::files";
const LOCK = { mode: "governance", minDays: 7, maxDays: 400 } as const;
const ROLE = "arn:aws:iam::111122223333:role/backup";
const ARGS: BackupPlanArgs = {
  stores: { database: { kind: "database", arn: CLUSTER }, files: { kind: "bucket", arn: FILES } },
  vault: { name: "main", lock: LOCK },
  roleArn: ROLE,
  objectives: { rpoMinutes: 1920 },
  retention: { snapshotDays: 30, weeklyDays: 90, monthlyDays: 365 },
};
const WITH_COPY = {
  objectives: { rpoMinutes: 1920, regionRpoMinutes: 2040 },
  copy: { arn: "arn:second", lock: LOCK, retention: { snapshotDays: 14, monthlyDays: 400 } },
};
const plan = (changes: Partial<BackupPlanArgs> = {}) =>
  deploy((opts) => new BackupPlan("backup", { ...ARGS, ...changes }, opts));
const PLAN = "backup/plan:Plan";
const SELECTION = "backup/selection:Selection";
const RULE = "cloudwatch/eventRule:EventRule";
const rulesOf = async (changes: Partial<BackupPlanArgs> = {}, name = "backup-plan") =>
  (await plan(changes)).one(PLAN, name).inputs["rules"];

describe("BackupPlan", () => {
  it("takes snapshots as often as the objectives ask, and keeps rarer ones longer", async () => {
    const rules = await rulesOf();
    assert.deepEqual(
      rules.map((each: any) => [each.ruleName, each.schedule, each.lifecycle]),
      [
        ["snapshots", "cron(0 5 * * ? *)", { deleteAfter: 30 }],
        ["weekly", "cron(0 5 ? * SUN *)", { deleteAfter: 90 }],
        ["monthly", "cron(0 5 1 * ? *)", { deleteAfter: 365 }],
      ],
    );
    assert.ok(rules.every((each: any) => each.targetVaultName === "main"));
    assert.equal((await plan()).result.schedule, "cron(0 5 * * ? *)");
  });

  it("takes more of them for a stricter objective", async () => {
    const [snapshots] = await rulesOf({ objectives: { rpoMinutes: 360 } });
    assert.equal(snapshots.schedule, "cron(0 1,5,9,13,17,21 * * ? *)");
  });

  it("begins within the hours that the objectives count with, and gives up after a day", async () => {
    for (const each of await rulesOf()) assert.deepEqual([each.startWindow, each.completionWindow], [480, 1440]);
  });

  it("makes only the rules whose days are named", async () => {
    const rules = await rulesOf({ retention: { snapshotDays: 7 } });
    assert.deepEqual(
      rules.map((each: any) => each.ruleName),
      ["snapshots"],
    );
  });

  it("never uses cold storage, which Aurora does not have", async () => {
    assert.doesNotMatch(JSON.stringify(await rulesOf(WITH_COPY)), /cold|archive/i);
  });

  it("never takes the cluster's own recovery over", async () => {
    const deployed = await plan({ continuousBucketDays: 35 });
    assert.doesNotMatch(JSON.stringify(deployed.one(PLAN, "backup-plan").inputs), /enableContinuousBackup/);
    const selection = deployed.one(SELECTION, "backup-buckets").inputs;
    assert.deepEqual(selection["resources"], [FILES]);
    assert.equal(selection["planId"], "backup-pitr-id");
    assert.equal(selection["iamRoleArn"], ROLE);
  });

  it("records every change of buckets when told, for the days told", async () => {
    const [rule, ...more] = await rulesOf({ continuousBucketDays: 35 }, "backup-pitr");
    assert.deepEqual(more, []);
    assert.equal(rule.enableContinuousBackup, true);
    assert.deepEqual(rule.lifecycle, { deleteAfter: 35 });
    assert.equal(rule.schedule, "cron(0 17 * * ? *)");
    assert.equal((await plan()).all(PLAN).length, 1);
  });

  it("copies each to the second region, rarer ones for their own days where these are named", async () => {
    const rules = await rulesOf(WITH_COPY);
    assert.deepEqual(
      rules.map((each: any) => each.copyActions),
      [
        [{ destinationVaultArn: "arn:second", lifecycle: { deleteAfter: 14 } }],
        [{ destinationVaultArn: "arn:second", lifecycle: { deleteAfter: 14 } }],
        [{ destinationVaultArn: "arn:second", lifecycle: { deleteAfter: 400 } }],
      ],
    );
  });

  it("copies nothing by itself", async () => {
    assert.doesNotMatch(JSON.stringify(await rulesOf()), /copyActions/);
  });

  it("takes in every store by its own ARN, with the role that has its rights", async () => {
    const selection = (await plan()).one(SELECTION).inputs;
    assert.deepEqual(selection["resources"], [CLUSTER, FILES]);
    assert.equal(selection["planId"], "backup-plan-id");
    assert.equal(selection["iamRoleArn"], ROLE);
    for (const field of ["selectionTags", "conditions", "notResources"]) assert.equal(selection[field], undefined);
  });

  it("takes in a cluster made in the same update", async () => {
    const deployed = await deploy((opts) => {
      const { arn } = new PostgresCluster("db", exampleCluster(), opts);
      return { arn, made: new BackupPlan("backup", { ...ARGS, stores: { db: { kind: "database", arn } } }, opts) };
    });
    assert.deepEqual(deployed.one(SELECTION).inputs["resources"], [await promiseOf(deployed.result.arn)]);
  });

  it("tells of what failed and of what succeeded in part, of this plan's jobs only", async () => {
    const deployed = await plan({ alertsTopicArn: "arn:topic" });
    const rule = deployed.one(RULE);
    assert.deepEqual(JSON.parse(rule.inputs["eventPattern"]), {
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change", "Copy Job State Change"],
      detail: {
        iamRoleArn: [ROLE],
        $or: [
          { state: ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"] },
          { state: ["COMPLETED"], statusMessage: [{ exists: true }] },
        ],
      },
    });
    const target = deployed.one("cloudwatch/eventTarget:EventTarget").inputs;
    assert.deepEqual([target["rule"], target["arn"]], [rule.name, "arn:topic"]);
  });

  it("does not send the message of a job by e-mail, since it may name a patient's file", async () => {
    const deployed = await plan({ alertsTopicArn: "arn:topic" });
    const { inputPaths, inputTemplate } = deployed.one("cloudwatch/eventTarget:EventTarget").inputs["inputTransformer"];
    assert.ok(Object.values(inputPaths).every((path) => path !== "$.detail" && !String(path).includes("essage")));
    const used = [...inputTemplate.matchAll(/<(\w+)>/g)].map(([, name]) => name).sort();
    assert.deepEqual(used, Object.keys(inputPaths).sort());
    assert.equal(typeof JSON.parse(inputTemplate), "string");
  });

  it("tells nobody without a topic", async () => {
    assert.deepEqual((await plan()).all(RULE), []);
  });

  const BUCKETLESS = { database: { kind: "database", arn: CLUSTER } } as const;
  for (const [what, changes, said] of [
    ["a plan for nothing", { stores: {} }, /stores: is empty/],
    ["an objective that no plan keeps", { objectives: { rpoMinutes: 60 } }, /objectives: no backup schedule meets/],
    ["a region's RPO without copies", { objectives: WITH_COPY.objectives }, /copy: it only makes sense with/],
    ["copies without a region's RPO", { copy: WITH_COPY.copy }, /copy: it only makes sense with/],
    [
      "copies of what is not made",
      { ...WITH_COPY, retention: { snapshotDays: 30 } },
      /copy: retention has no monthlyDays/,
    ],
    ["no days", { retention: { snapshotDays: 0 } }, /retention: 0 is not a number of days/],
    ["weekly ones kept no longer", { retention: { snapshotDays: 30, weeklyDays: 30 } }, /retention: 30 days are over/],
    ["backups that the lock would refuse", { retention: { snapshotDays: 6 } }, /retention: 6 days are outside/],
    ["backups kept beyond the lock", { retention: { snapshotDays: 401 } }, /retention: 401 days are outside/],
    [
      "copies that their lock would refuse",
      { ...WITH_COPY, copy: { ...WITH_COPY.copy, retention: { snapshotDays: 6 } } },
      /copy: 6 days are outside/,
    ],
    ["36 days to any moment", { continuousBucketDays: 36 }, /continuousBucketDays: 36 is not accepted/],
    ["continuous days under the lock", { continuousBucketDays: 6 }, /continuousBucketDays: 6 days are outside/],
    [
      "continuous backup without buckets",
      { stores: BUCKETLESS, continuousBucketDays: 30 },
      /no bucket is among the stores/,
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => plan(changes), said);
    });
});
