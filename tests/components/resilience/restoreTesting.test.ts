import { strict as assert } from "node:assert";
import { RestoreTesting, type RestoreTestingArgs } from "../../../components/resilience/restoreTesting";
import { deploy } from "../../harness";

const ROLE = "arn:aws:iam::111122223333:role/restore";
const ARGS: RestoreTestingArgs = {
  planName: "telehealth_prod",
  vaultArn: "arn:vault",
  roleArn: ROLE,
  schedule: "cron(0 9 ? * TUE#1 *)",
  database: { arn: "arn:cluster", placement: { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] } },
  buckets: { files: { arn: "arn:aws:s3:::files", kmsKeyArn: "arn:files-key" } },
  backupAgeDays: 2,
};
const tests = (changes: Partial<RestoreTestingArgs> = {}) =>
  deploy((opts) => new RestoreTesting("drill", { ...ARGS, ...changes }, opts));
const PLAN = "backup/restoreTestingPlan:RestoreTestingPlan";
const SELECTION = "backup/restoreTestingSelection:RestoreTestingSelection";
const RULE = "cloudwatch/eventRule:EventRule";

describe("RestoreTesting", () => {
  it("restores the latest snapshots of this stack's vault, on schedule", async () => {
    const { inputs } = (await tests()).one(PLAN);
    assert.equal(inputs["scheduleExpression"], "cron(0 9 ? * TUE#1 *)");
    assert.deepEqual(inputs["recoveryPointSelection"], {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: ["arn:vault"],
      recoveryPointTypes: ["SNAPSHOT"],
      selectionWindowDays: 2,
    });
  });

  it("names everything without the hyphens that AWS refuses", async () => {
    const deployed = await tests();
    const names = [...deployed.all(PLAN), ...deployed.all(SELECTION)].map(({ inputs }) => inputs["name"]);
    assert.deepEqual(names.toSorted(), ["database", "files", "telehealth_prod"]);
  });

  it("restores the database into subnets of its own, closed to everybody", async () => {
    const deployed = await tests();
    const { inputs } = deployed.one(SELECTION, "drill-database");
    assert.equal(inputs["protectedResourceType"], "Aurora");
    assert.deepEqual(inputs["protectedResourceArns"], ["arn:cluster"]);
    assert.deepEqual(inputs["restoreMetadataOverrides"], {
      dbSubnetGroupName: "drill-subnets",
      vpcSecurityGroupIds: '["drill-sg-id"]',
    });
    assert.deepEqual(deployed.one("rds/subnetGroup:SubnetGroup").inputs["subnetIds"], ["subnet-1", "subnet-2"]);
    const group = deployed.one("ec2/securityGroup:SecurityGroup").inputs;
    assert.equal(group["vpcId"], "vpc-1");
    assert.deepEqual([group["ingress"], group["egress"]], [undefined, undefined]);
    assert.ok(deployed.resources.every(({ type }) => !/securityGroup\w*Rule/i.test(type)));
  });

  it("restores buckets under our key, not under one of S3", async () => {
    const { inputs } = (await tests()).one(SELECTION, "drill-files");
    assert.equal(inputs["protectedResourceType"], "S3");
    assert.deepEqual(inputs["protectedResourceArns"], ["arn:aws:s3:::files"]);
    assert.deepEqual(inputs["restoreMetadataOverrides"], { encryptionType: "SSE-KMS", kmsKey: "arn:files-key" });
  });

  it("uses the role that has its rights, and deletes what it restored after a day", async () => {
    for (const { inputs } of (await tests()).all(SELECTION)) {
      assert.equal(inputs["iamRoleArn"], ROLE);
      assert.equal(inputs["restoreTestingPlanName"], "telehealth_prod");
      assert.equal(inputs["validationWindowHours"], 24);
    }
  });

  it("leaves what it restored for as long as told", async () => {
    const made = (await tests({ validationHours: 168 })).all(SELECTION);
    assert.ok(made.every(({ inputs }) => inputs["validationWindowHours"] === 168));
  });

  it("tells how each restore by its role ended, well or badly", async () => {
    const deployed = await tests({ alertsTopicArn: "arn:topic" });
    const rule = deployed.one(RULE);
    assert.deepEqual(JSON.parse(rule.inputs["eventPattern"]), {
      source: ["aws.backup"],
      "detail-type": ["Restore Job State Change"],
      // Jobs that restore have a status where others have a state.
      detail: { iamRoleArn: [ROLE], status: ["COMPLETED", "FAILED", "ABORTED"] },
    });
    const { inputs } = deployed.one("cloudwatch/eventTarget:EventTarget");
    assert.deepEqual([inputs["rule"], inputs["arn"]], [rule.name, "arn:topic"]);
    const { inputPaths, inputTemplate } = inputs["inputTransformer"];
    assert.equal(inputPaths.state, "$.detail.status");
    const used = [...inputTemplate.matchAll(/<(\w+)>/g)].map(([, name]) => name).sort();
    assert.deepEqual(used, Object.keys(inputPaths).sort());
    assert.equal(typeof JSON.parse(inputTemplate), "string");
  });

  it("tells nobody without a topic", async () => {
    assert.deepEqual((await tests()).all(RULE), []);
  });

  const bucket = { arn: "arn", kmsKeyArn: "arn" };
  for (const [what, changes, said] of [
    ["a hyphen in the plan's name", { planName: "telehealth-prod" }, /planName: "telehealth-prod"/],
    ["a name of 51 letters", { planName: "a".repeat(51) }, /planName: "a+"/],
    ["a hyphen in a bucket's name", { buckets: { "my-files": bucket } }, /buckets: "my-files"/],
    ["a bucket by the cluster's name", { buckets: { database: bucket } }, /buckets: database is the name/],
    ["a rate, which AWS refuses here", { schedule: "rate(7 days)" }, /schedule: "rate/],
    ["five fields", { schedule: "cron(0 9 ? * TUE)" }, /schedule: "cron/],
    ["backups of any age", { backupAgeDays: 366 }, /backupAgeDays: 366/],
    ["no hour for a look", { validationHours: 0 }, /validationHours: 0/],
    ["more than a week for a look", { validationHours: 169 }, /validationHours: 169/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => tests(changes), said);
    });
});
