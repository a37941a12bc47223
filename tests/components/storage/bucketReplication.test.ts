import { strict as assert } from "node:assert";
import { BucketReplication, type BucketReplicationArgs } from "../../../components/storage/bucketReplication";
import { PhiBucket } from "../../../components/storage/phiBucket";
import { deploy, promiseOf } from "../../harness";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };
const SOURCE_KEY = "arn:aws:kms:us-east-1:111122223333:key/files";
const REPLICA_KEY = "arn:aws:kms:us-west-2:111122223333:key/replica";
const ARGS: BucketReplicationArgs = {
  sourceBucket: "files-east",
  sourceKmsKeyArn: SOURCE_KEY,
  replicaBucketName: "files-west",
  replicaKmsKeyArn: REPLICA_KEY,
  replicaAccessLogBucket: "logs-west",
  location: LOCATION,
  replicaRegion: "us-west-2",
  versions: { keepNoncurrentDays: 45 },
  deletionProtection: true,
};

const replication = (changes: Partial<BucketReplicationArgs> = {}) =>
  deploy((opts) => new BucketReplication("files", { ...ARGS, ...changes }, opts));

const CONFIG = "s3/bucketReplicationConfig:BucketReplicationConfig";

describe("replication of a bucket", () => {
  it("copies everything, encrypted objects and deletions included, under the replica's key", async () => {
    const { inputs } = (await replication()).one(CONFIG);
    assert.equal(inputs["bucket"], "files-east");
    assert.equal(inputs["region"], undefined, "the rule belongs to the source and lives in its region");
    assert.deepEqual(inputs["rules"], [
      {
        id: "everything",
        status: "Enabled",
        priority: 1,
        filter: { prefix: "" },
        deleteMarkerReplication: { status: "Enabled" },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        destination: {
          bucket: "arn:aws:s3:::files-west",
          encryptionConfiguration: { replicaKmsKeyId: REPLICA_KEY },
          metrics: { status: "Enabled" },
        },
      },
    ]);
  });

  it("begins when the replica is ready and the role may copy", async () => {
    assert.deepEqual((await replication()).one(CONFIG).dependsOn, ["files-replica", "files-copy"]);
  });

  it("waits for the versions of its source, through the source's name", async () => {
    const deployed = await deploy((opts) => {
      const source = new PhiBucket(
        "source",
        {
          bucketName: "files-east",
          location: LOCATION,
          kmsKeyArn: SOURCE_KEY,
          accessLogBucket: "logs-east",
          versions: ARGS.versions,
          deletionProtection: true,
        },
        opts,
      );
      return new BucketReplication("files", { ...ARGS, sourceBucket: source.name }, opts);
    });
    assert.ok(deployed.one(CONFIG).waitsFor.includes("source-versions"));
    assert.equal(deployed.one(CONFIG).inputs["bucket"], "files-east");
  });

  it("copies into a bucket as closed as its source, all of it in the second region", async () => {
    const deployed = await replication();
    const parts = deployed.resources.filter(({ type, name }) => type.startsWith("aws:s3/") && name !== "files-rule");
    assert.equal(parts.length, 8);
    for (const { name, inputs, parent } of parts) {
      assert.equal(inputs["region"], "us-west-2", name);
      assert.equal(parent, "files-replica", name);
    }
    assert.equal(deployed.one("s3/bucketLogging:BucketLogging").inputs["targetBucket"], "logs-west");
    const versioning = deployed.one("s3/bucketVersioning:BucketVersioning").inputs["versioningConfiguration"];
    assert.deepEqual(versioning, { status: "Enabled" });
    const [sse] = deployed.one("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
      .inputs["rules"];
    assert.equal(sse.applyServerSideEncryptionByDefault.kmsMasterKeyId, REPLICA_KEY);
  });

  it("keeps copies as long as the source keeps originals, because S3 does not copy expiry", async () => {
    const LIFECYCLE = "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    const forever = (await replication()).one(LIFECYCLE).inputs["rules"][1];
    assert.equal(forever.expiration, undefined);
    assert.deepEqual(forever.noncurrentVersionExpiration, { noncurrentDays: 45 });
    const year = (await replication({ expireAfterDays: 365 })).one(LIFECYCLE).inputs["rules"][1];
    assert.deepEqual(year.expiration, { days: 365 });
  });

  it("uses a role that S3 alone can take", async () => {
    const trust = JSON.parse((await replication()).one("iam/role:Role").inputs["assumeRolePolicy"]);
    assert.deepEqual(trust.Statement, [
      { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  });

  it("may read the source and write the replica, and use each key only through S3 of its region", async () => {
    const { inputs } = (await replication()).one("iam/rolePolicy:RolePolicy");
    const grants = JSON.parse(inputs["policy"]).Statement.map((each: any) => [
      each.Action,
      each.Resource,
      each.Condition,
    ]);
    assert.deepEqual(grants, [
      [["s3:GetReplicationConfiguration", "s3:ListBucket"], "arn:aws:s3:::files-east", undefined],
      [
        ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
        "arn:aws:s3:::files-east/*",
        undefined,
      ],
      [["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], "arn:aws:s3:::files-west/*", undefined],
      ["kms:Decrypt", SOURCE_KEY, { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }],
      [
        ["kms:Encrypt", "kms:GenerateDataKey"],
        REPLICA_KEY,
        { StringEquals: { "kms:ViaService": "s3.us-west-2.amazonaws.com" } },
      ],
    ]);
  });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "protects" : "does not protect"} the replica when told`, async () => {
      const { inputs, opts } = (await replication({ deletionProtection })).one("s3/bucket:Bucket");
      assert.equal(opts.protect, deletionProtection);
      assert.equal(inputs["forceDestroy"], !deletionProtection);
    });

  it("returns the replica", async () => {
    const { result } = await replication();
    assert.equal(await promiseOf(result.replicaName), "files-west");
    assert.equal(await promiseOf(result.replicaArn), "arn:aws:s3:::files-west");
  });

  it("does not accept a second region that is the first", async () => {
    await assert.rejects(() => replication({ replicaRegion: "us-east-1" }), /replicaRegion: us-east-1 is the source's/);
  });
});
