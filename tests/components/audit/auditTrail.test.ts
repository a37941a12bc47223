import { strict as assert } from "node:assert";
import { AuditTrail, type AuditTrailArgs } from "../../../components/audit/auditTrail";
import { deploy } from "../../harness";

const ACCOUNT = "111122223333";
const TRAIL = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/telehealth-audit`;
const ARGS: AuditTrailArgs = {
  trailName: "telehealth-audit",
  bucketName: `telehealth-trail-${ACCOUNT}`,
  accessLogBucket: "telehealth-access-logs",
  kmsKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/trail`,
  logKmsKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/logs`,
  logRetentionDays: 365,
  phiBucketPrefixes: ["telehealth-prod-files-", "telehealth-prod-videos-"],
  lock: "GOVERNANCE",
  location: { accountId: ACCOUNT, region: "us-east-1" },
  deletionProtection: true,
};
const trail = (changes: Partial<AuditTrailArgs> = {}) =>
  deploy((opts) => new AuditTrail("trail", { ...ARGS, ...changes }, opts));

describe("AuditTrail", () => {
  it("records all regions, signs its files and encrypts them with the given key", async () => {
    const { inputs, opts } = (await trail()).one("cloudtrail/trail:Trail");
    assert.equal(inputs["isMultiRegionTrail"], true);
    assert.equal(inputs["includeGlobalServiceEvents"], true);
    assert.equal(inputs["enableLogFileValidation"], true);
    assert.equal(inputs["kmsKeyId"], ARGS.kmsKeyArn);
    assert.equal(opts.protect, true);
  });

  it("records reads and writes of patient data, and never those of its own bucket", async () => {
    const { advancedEventSelectors, eventSelectors } = (await trail()).one("cloudtrail/trail:Trail").inputs;
    assert.equal(eventSelectors, undefined);
    const [management, data, ...more] = advancedEventSelectors;
    assert.deepEqual(more, []);
    assert.deepEqual(management.fieldSelectors, [{ field: "eventCategory", equals: ["Management"] }]);
    const arns = data.fieldSelectors.find((each: any) => each.field === "resources.ARN").startsWiths;
    assert.deepEqual(arns, ["arn:aws:s3:::telehealth-prod-files-", "arn:aws:s3:::telehealth-prod-videos-"]);
    for (const each of arns) assert.ok(!`arn:aws:s3:::${ARGS.bucketName}/`.startsWith(each));
  });

  it("has no selector for data where no bucket holds any", async () => {
    const { advancedEventSelectors } = (await trail({ phiBucketPrefixes: [] })).one("cloudtrail/trail:Trail").inputs;
    assert.equal(advancedEventSelectors.length, 1);
  });

  it("writes to CloudWatch with the ARN's ending that CloudTrail asks for, by a role for this log alone", async () => {
    const deployed = await trail();
    const { inputs } = deployed.one("cloudtrail/trail:Trail");
    assert.match(inputs["cloudWatchLogsGroupArn"], /:\*$/);
    const [write] = JSON.parse(deployed.one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement;
    assert.deepEqual(write.Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.match(write.Resource, /:log-stream:111122223333_CloudTrail_\*$/);
    const log = deployed.one("cloudwatch/logGroup:LogGroup").inputs;
    assert.deepEqual([log["kmsKeyId"], log["retentionInDays"]], [ARGS.logKmsKeyArn, 365]);
  });

  it("lets CloudTrail take that role without a condition, because CloudTrail sends nothing to compare", async () => {
    const { inputs } = (await trail()).one("iam/role:Role");
    assert.deepEqual(JSON.parse(inputs["assumeRolePolicy"]).Statement, [
      { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  });

  it("is made after the bucket and the log admit it", async () => {
    assert.deepEqual((await trail()).one("cloudtrail/trail:Trail").dependsOn.toSorted(), [
      "trail-policy",
      "trail-writer-may",
    ]);
  });

  it("lets this trail write into its bucket, and no other", async () => {
    const deployed = await trail();
    const { Statement: all } = JSON.parse(deployed.one("s3/bucketPolicy:BucketPolicy").inputs["policy"]);
    const allowed = all.filter((each: any) => each.Effect === "Allow");
    assert.equal(allowed.length, 2);
    for (const each of allowed) {
      assert.deepEqual(each.Principal, { Service: "cloudtrail.amazonaws.com" });
      assert.equal(each.Condition.StringEquals["aws:SourceArn"], TRAIL);
    }
    const write = allowed.find((each: any) => each.Action === "s3:PutObject");
    assert.deepEqual(write.Resource, [`arn:aws:s3:::${ARGS.bucketName}/AWSLogs/${ACCOUNT}/*`]);
    assert.equal(write.Condition.StringEquals["s3:x-amz-acl"], "bucket-owner-full-control");
  });

  for (const lock of ["GOVERNANCE", "COMPLIANCE"] as const)
    it(`locks its files for six years (${lock})`, async () => {
      const deployed = await trail({ lock });
      assert.equal(deployed.one("s3/bucket:Bucket").inputs["objectLockEnabled"], true);
      const { inputs, dependsOn } = deployed.one("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
      assert.deepEqual(inputs["rule"].defaultRetention, { mode: lock, days: 2192 });
      assert.deepEqual(dependsOn, ["trail-versions"]);
    });

  it("refuses prefixes that take in its own bucket", async () => {
    for (const each of ["telehealth-", ""])
      await assert.rejects(trail({ phiBucketPrefixes: [each] }), /phiBucketPrefixes.*own bucket/);
  });

  it("refuses a lock for good on what may be thrown away", async () => {
    await assert.rejects(trail({ lock: "COMPLIANCE", deletionProtection: false }), /lock.*six years/);
    const open = await trail({ deletionProtection: false });
    assert.equal(open.one("s3/bucket:Bucket").inputs["forceDestroy"], true);
    assert.equal(open.one("cloudtrail/trail:Trail").opts.protect, false);
  });
});
