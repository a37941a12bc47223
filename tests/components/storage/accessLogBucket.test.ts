import { strict as assert } from "node:assert";
import { AccessLogBucket, type AccessLogBucketArgs } from "../../../components/storage/accessLogBucket";
import { deploy, promiseOf, waitsFor } from "../../harness";

const NAME = "telehealth-dev-logs-111122223333";
const ARN = `arn:aws:s3:::${NAME}`;
const ARGS: AccessLogBucketArgs = {
  bucketName: NAME,
  bucketPrefix: "telehealth-dev-",
  location: { accountId: "111122223333", region: "us-east-1" },
  retentionDays: 2192,
  deletionProtection: true,
};

const logBucket = (changes: Partial<AccessLogBucketArgs> = {}) =>
  deploy((opts) => new AccessLogBucket("logs", { ...ARGS, ...changes }, opts));

async function statements(changes: Partial<AccessLogBucketArgs> = {}) {
  const { inputs } = (await logBucket(changes)).one("s3/bucketPolicy:BucketPolicy");
  const all: { Sid: string }[] = JSON.parse(inputs["policy"]).Statement;
  return Object.fromEntries(all.map((each) => [each.Sid, each])) as Record<string, any>;
}

describe("the access-log bucket", () => {
  it("encrypts with S3's own key: log delivery fails with any other", async () => {
    const { inputs } = (await logBucket()).one(
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    assert.deepEqual(inputs["rules"], [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
  });

  it("is closed like any other, in the order S3 wants", async () => {
    const deployed = await logBucket();
    const shut = deployed.one("s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs;
    assert.ok(shut["blockPublicAcls"] && shut["blockPublicPolicy"]);
    assert.ok(shut["ignorePublicAcls"] && shut["restrictPublicBuckets"]);
    assert.deepEqual(deployed.one("s3/bucketPolicy:BucketPolicy").dependsOn, ["logs-private"]);
    const ownership = deployed.one("s3/bucketOwnershipControls:BucketOwnershipControls");
    assert.deepEqual(ownership.dependsOn, ["logs-policy"]);
    assert.deepEqual(ownership.inputs["rule"], { objectOwnership: "BucketOwnerEnforced" });
    const { TlsOnly, ModernTlsOnly } = await statements();
    assert.equal(TlsOnly.Effect, "Deny");
    assert.equal(ModernTlsOnly.Effect, "Deny");
  });

  it("demands nothing of writers that AWS's own would not do", async () => {
    const denied = Object.values(await statements()).filter(({ Effect }) => Effect === "Deny");
    assert.deepEqual(
      denied.map(({ Sid }) => Sid),
      ["TlsOnly", "ModernTlsOnly"],
    );
  });

  it("does not log to itself", async () => {
    assert.deepEqual((await logBucket()).all("s3/bucketLogging:BucketLogging"), []);
  });

  it("takes the logs of our buckets, in our account", async () => {
    const { ServerAccessLogs } = await statements();
    assert.deepEqual(ServerAccessLogs, {
      Sid: "ServerAccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${ARN}/*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": "111122223333" },
        ArnLike: { "aws:SourceArn": "arn:aws:s3:::telehealth-dev-*" },
      },
    });
  });

  it("takes the logs of our load balancers, with and without a prefix", async () => {
    const { LoadBalancerLogs } = await statements();
    assert.deepEqual(LoadBalancerLogs, {
      Sid: "LoadBalancerLogs",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [`${ARN}/AWSLogs/111122223333/*`, `${ARN}/*/AWSLogs/111122223333/*`],
      Condition: {
        ArnLike: { "aws:SourceArn": "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/*" },
      },
    });
  });

  for (const [region, account] of [
    ["us-east-1", "127311923021"],
    ["us-west-2", "797873946194"],
    ["il-central-1", undefined],
  ] as const)
    it(`in ${region} ${account ? `also takes them from AWS's account ${account}` : "needs no AWS account for them"}`, async () => {
      const { LoadBalancerLogs, LoadBalancerLogsByAccount } = await statements({ region });
      assert.deepEqual(LoadBalancerLogsByAccount?.Principal, account && { AWS: `arn:aws:iam::${account}:root` });
      if (account) assert.deepEqual(LoadBalancerLogsByAccount.Resource, LoadBalancerLogs.Resource);
      const balancers = `arn:aws:elasticloadbalancing:${region}:111122223333:loadbalancer/*`;
      assert.deepEqual(LoadBalancerLogs.Condition, { ArnLike: { "aws:SourceArn": balancers } });
    });

  it("keeps a log as long as asked, and 30 days more if somebody deletes it", async () => {
    const deployed = await logBucket();
    assert.ok(deployed.one("s3/bucketVersioning:BucketVersioning"));
    const { inputs, dependsOn } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    assert.deepEqual(dependsOn, ["logs-versions"]);
    assert.deepEqual(inputs["rules"][1].expiration, { days: 2192 });
    assert.deepEqual(inputs["rules"][1].noncurrentVersionExpiration, { noncurrentDays: 30 });
  });

  it("gives out its name only when its policy is there: load balancers try to write at once", async () => {
    const { result } = await logBucket();
    assert.equal(await promiseOf(result.name), NAME);
    assert.equal(await promiseOf(result.arn), ARN);
    assert.deepEqual(await waitsFor(result.name), ["logs-bucket", "logs-policy"]);
  });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "survives" : "goes with"} its stack when told to`, async () => {
      const { inputs, opts } = (await logBucket({ deletionProtection })).one("s3/bucket:Bucket");
      assert.equal(inputs["forceDestroy"], !deletionProtection);
      assert.equal(opts.protect, deletionProtection);
    });

  it("of a second region has every one of its settings there", async () => {
    const { resources } = await logBucket({ region: "us-west-2" });
    const children = resources.filter(({ type }) => type.startsWith("aws:s3/"));
    assert.equal(children.length, 7);
    for (const { name, inputs } of children) assert.equal(inputs["region"], "us-west-2", name);
  });

  it("does not accept logs that are kept for no time", async () => {
    await assert.rejects(() => logBucket({ retentionDays: 0 }), /expireAfterDays: 0 is not a number of days/);
  });
});
