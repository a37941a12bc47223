import { strict as assert } from "node:assert";
import { Configuration, type ConfigurationArgs } from "../../../components/audit/configuration";
import { deploy, promiseOf } from "../../harness";

const BUCKET = "telehealth-account-config-111122223333";
const ARN = `arn:aws:s3:::${BUCKET}`;
const FILES = `${ARN}/AWSLogs/111122223333/Config/*`;
const KEY = "arn:aws:kms:us-east-1:111122223333:key/account";
const ARGS: ConfigurationArgs = {
  bucketName: BUCKET,
  accessLogBucket: "telehealth-access-logs",
  kmsKeyArn: KEY,
  location: { accountId: "111122223333", region: "us-east-1" },
  regions: ["us-east-1", "us-west-2"],
  deletionProtection: true,
};
const RECORDER = "cfg/recorder:Recorder";
const CHANNEL = "cfg/deliveryChannel:DeliveryChannel";
const configuration = (changes: Partial<ConfigurationArgs> = {}) =>
  deploy((opts) => new Configuration("config", { ...ARGS, ...changes }, opts));
const parsed = (policy: string): any[] => JSON.parse(policy).Statement;

describe("Configuration", () => {
  it("records everything in each region, and IAM in the stack's alone", async () => {
    const found = (await configuration())
      .all(RECORDER)
      .map(({ inputs }) => [inputs["region"], inputs["recordingGroup"]]);
    assert.deepEqual(found, [
      ["us-east-1", { allSupported: true, includeGlobalResourceTypes: true }],
      ["us-west-2", { allSupported: true, includeGlobalResourceTypes: false }],
    ]);
  });

  for (const region of ARGS.regions)
    it(`has a recorder in ${region}, then a channel, then turns it on`, async () => {
      const deployed = await configuration();
      const channel = deployed.one(CHANNEL, `config-${region}-channel`);
      assert.deepEqual(deployed.one(RECORDER, `config-${region}-recorder`).dependsOn, ["config-recorder-reads"]);
      const first = [`config-${region}-recorder`, "config-policy", "config-recorder-writes"];
      assert.deepEqual(channel.dependsOn, first);
      assert.deepEqual(
        [channel.inputs["region"], channel.inputs["s3BucketName"], channel.inputs["s3KmsKeyArn"]],
        [region, BUCKET, KEY],
      );
      const on = deployed.one("cfg/recorderStatus:RecorderStatus", `config-${region}-on`);
      assert.deepEqual([on.inputs["region"], on.inputs["isEnabled"]], [region, true]);
      assert.deepEqual(on.dependsOn, [channel.name]);
    });

  it("gives for each region what rules have to wait for", async () => {
    const { recordings } = (await configuration()).result;
    assert.deepEqual(Object.keys(recordings), ARGS.regions);
    for (const [region, { urn }] of Object.entries(recordings))
      assert.ok((await promiseOf(urn)).endsWith(`::config-${region}-on`));
  });

  for (const [frequency, changes] of [
    ["CONTINUOUS", {}],
    ["DAILY", { frequency: "DAILY" }],
  ] as const)
    it(`records ${frequency} when ${"frequency" in changes ? "asked" : "not asked"}`, async () => {
      for (const { inputs } of (await configuration(changes)).all(RECORDER))
        assert.deepEqual(inputs["recordingMode"], { recordingFrequency: frequency });
    });

  it("lets AWS Config deliver to the bucket, for our account only", async () => {
    const policy = (await configuration()).one("s3/bucketPolicy:BucketPolicy").inputs["policy"];
    const allowed = parsed(policy).filter(({ Effect }) => Effect === "Allow");
    assert.deepEqual(
      allowed.map(({ Action, Resource }) => [Action, Resource]),
      [
        ["s3:GetBucketAcl", ARN],
        ["s3:ListBucket", ARN],
        ["s3:PutObject", FILES],
      ],
    );
    for (const { Principal, Condition } of allowed) {
      assert.deepEqual(Principal, { Service: "config.amazonaws.com" });
      assert.equal(Condition.StringEquals["aws:SourceAccount"], "111122223333");
    }
    assert.equal(allowed[2].Condition.StringEquals["s3:x-amz-acl"], "bucket-owner-full-control");
  });

  it("may read everything and write, encrypted, to its own folder of the bucket", async () => {
    const deployed = await configuration();
    const [trust] = parsed(deployed.one("iam/role:Role").inputs["assumeRolePolicy"]);
    assert.deepEqual(trust.Principal, { Service: "config.amazonaws.com" });
    assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    const reads = deployed.one("iam/rolePolicyAttachment:RolePolicyAttachment").inputs;
    assert.match(reads["policyArn"], /\/service-role\/AWS_ConfigRole$/);
    const [look, write, encrypt] = parsed(deployed.one("iam/rolePolicy:RolePolicy").inputs["policy"]);
    assert.deepEqual([look.Resource, write.Resource, encrypt.Resource], [ARN, FILES, KEY]);
    assert.deepEqual(write.Condition, { StringLike: { "s3:x-amz-acl": "bucket-owner-full-control" } });
    assert.deepEqual(encrypt.Condition, { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } });
  });

  it("keeps the history for six years, encrypted with the given key and without a lock, which AWS Config refuses", async () => {
    const deployed = await configuration();
    const { rules } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs;
    const keep = rules.find((each: any) => each.expiration?.days !== undefined);
    assert.deepEqual([keep.expiration.days, keep.noncurrentVersionExpiration.noncurrentDays], [2192, 2192]);
    const sse = "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    const [rule] = deployed.one(sse).inputs["rules"];
    assert.equal(rule.applyServerSideEncryptionByDefault.kmsMasterKeyId, KEY);
    assert.equal(deployed.one("s3/bucket:Bucket").inputs["objectLockEnabled"], undefined);
  });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "survives" : "goes with"} its stack when told to`, async () => {
      const { inputs, opts } = (await configuration({ deletionProtection })).one("s3/bucket:Bucket");
      assert.deepEqual([inputs["forceDestroy"], opts.protect], [!deletionProtection, deletionProtection]);
    });

  it("refuses regions without the stack's own", async () => {
    await assert.rejects(configuration({ regions: ["us-west-2"] }), /regions.*us-east-1 is missing/);
  });
});
