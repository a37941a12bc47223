import { strict as assert } from "node:assert";
import { PhiBucket, type PhiBucketArgs } from "../../../components/storage/phiBucket";
import { deploy, promiseOf, waitsFor } from "../../harness";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };
const KEY = "arn:aws:kms:us-east-1:111122223333:key/files";
const NAME = "telehealth-dev-files-111122223333";
const ARGS: PhiBucketArgs = {
  bucketName: NAME,
  location: LOCATION,
  kmsKeyArn: KEY,
  accessLogBucket: "telehealth-dev-logs",
  versions: {},
  deletionProtection: true,
};

const phiBucket = (changes: Partial<PhiBucketArgs> = {}) =>
  deploy((opts) => new PhiBucket("files", { ...ARGS, ...changes }, opts));

async function statement(sid: string, changes: Partial<PhiBucketArgs> = {}) {
  const policy = (await phiBucket(changes)).one("s3/bucketPolicy:BucketPolicy").inputs["policy"];
  return JSON.parse(policy).Statement.find(({ Sid }: { Sid: string }) => Sid === sid);
}

const EVERYTHING = [`arn:aws:s3:::${NAME}`, `arn:aws:s3:::${NAME}/*`];

describe("a PHI bucket", () => {
  it("is never public, in all four ways", async () => {
    const { inputs } = (await phiBucket()).one("s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    assert.deepEqual(inputs, {
      bucket: NAME,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  it("sets access block, policy and ownership one after the other, because S3 refuses two at a time", async () => {
    const deployed = await phiBucket();
    assert.deepEqual(deployed.one("s3/bucketPolicy:BucketPolicy").dependsOn, ["files-private"]);
    const { inputs, dependsOn } = deployed.one("s3/bucketOwnershipControls:BucketOwnershipControls");
    assert.deepEqual(dependsOn, ["files-policy"]);
    assert.deepEqual(inputs["rule"], { objectOwnership: "BucketOwnerEnforced" });
  });

  it("encrypts with our key, and takes no key that a caller brings", async () => {
    const { inputs } = (await phiBucket()).one(
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    assert.deepEqual(inputs["rules"], [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("logs every access, under its own prefix", async () => {
    const { inputs } = (await phiBucket()).one("s3/bucketLogging:BucketLogging");
    assert.deepEqual(inputs, { bucket: NAME, targetBucket: "telehealth-dev-logs", targetPrefix: `s3/${NAME}/` });
  });

  describe("refuses in its policy", () => {
    for (const [what, sid, action, resource, condition] of [
      ["plain HTTP", "TlsOnly", "s3:*", EVERYTHING, { Bool: { "aws:SecureTransport": "false" } }],
      ["TLS before 1.2", "ModernTlsOnly", "s3:*", EVERYTHING, { NumericLessThan: { "s3:TlsVersion": "1.2" } }],
      [
        "other accounts, but not AWS services such as CloudFront",
        "OwnAccountOnly",
        "s3:*",
        EVERYTHING,
        {
          StringNotEqualsIfExists: { "aws:PrincipalAccount": "111122223333" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      ],
      [
        "another encryption, but not an upload that names none",
        "KmsUploadsOnly",
        "s3:PutObject",
        `arn:aws:s3:::${NAME}/*`,
        {
          Null: { "s3:x-amz-server-side-encryption": "false" },
          StringNotLike: { "s3:x-amz-server-side-encryption": "aws:kms*" },
        },
      ],
    ] as const)
      it(what, async () => {
        assert.deepEqual(await statement(sid), {
          Sid: sid,
          Effect: "Deny",
          Principal: "*",
          Action: action,
          Resource: resource,
          Condition: condition,
        });
      });
  });

  it("allows nobody anything by itself", async () => {
    const { inputs } = (await phiBucket()).one("s3/bucketPolicy:BucketPolicy");
    const effects = JSON.parse(inputs["policy"]).Statement.map(({ Effect }: { Effect: string }) => Effect);
    assert.deepEqual(effects, ["Deny", "Deny", "Deny", "Deny"]);
  });

  describe("with versions", () => {
    it("keeps what was replaced or deleted for 30 days", async () => {
      const deployed = await phiBucket();
      const versioning = deployed.one("s3/bucketVersioning:BucketVersioning");
      assert.deepEqual(versioning.inputs["versioningConfiguration"], { status: "Enabled" });
      const { inputs, dependsOn } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
      assert.deepEqual(dependsOn, ["files-versions"], "S3 refuses rules for versions before there are any");
      assert.deepEqual(inputs["rules"][1].noncurrentVersionExpiration, { noncurrentDays: 30 });
    });

    it("keeps it longer when asked", async () => {
      const deployed = await phiBucket({ versions: { keepNoncurrentDays: 90 } });
      const { inputs } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
      assert.deepEqual(inputs["rules"][1].noncurrentVersionExpiration, { noncurrentDays: 90 });
    });

    it("gives out its name only when they are on", async () => {
      const { result } = await phiBucket();
      assert.equal(await promiseOf(result.name), NAME);
      assert.deepEqual(await waitsFor(result.name), ["files-bucket", "files-versions"]);
    });
  });

  it('with versions "off" has no versioning and no rule for it', async () => {
    const deployed = await phiBucket({ versions: "off" });
    assert.deepEqual(deployed.all("s3/bucketVersioning:BucketVersioning"), []);
    const { inputs, dependsOn } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    assert.deepEqual(dependsOn, []);
    assert.equal(JSON.stringify(inputs["rules"]).includes("oncurrent"), false);
    assert.equal(await promiseOf(deployed.result.name), NAME);
  });

  it("archives and expires when asked", async () => {
    const deployed = await phiBucket({
      archive: { afterDays: 90, storageClass: "GLACIER_IR" },
      expireAfterDays: 365,
    });
    const { inputs } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    const keep = inputs["rules"][1];
    assert.deepEqual(keep.transitions, [{ days: 90, storageClass: "GLACIER_IR" }]);
    assert.deepEqual(keep.expiration, { days: 365 });
  });

  const TIERS = "s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration";
  for (const [choice, transitions, tierings] of [
    [false, undefined, []],
    [true, [{ days: 0, storageClass: "INTELLIGENT_TIERING" }], []],
    [
      { archiveAfterDays: 180 },
      [{ days: 0, storageClass: "INTELLIGENT_TIERING" }],
      [[{ accessTier: "ARCHIVE_ACCESS", days: 180 }]],
    ],
  ] as const)
    it(`with intelligentTiering ${JSON.stringify(choice)} makes ${tierings.length} archive tiers`, async () => {
      const deployed = await phiBucket({ intelligentTiering: choice });
      const { inputs } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
      assert.deepEqual(inputs["rules"][1].transitions, transitions);
      assert.deepEqual(
        deployed.all(TIERS).map((tiers) => tiers.inputs["tierings"]),
        tierings,
      );
    });

  it("lets browsers of the named origins upload in parts, and no browser otherwise", async () => {
    const CORS = "s3/bucketCorsConfiguration:BucketCorsConfiguration";
    assert.deepEqual((await phiBucket()).all(CORS), []);
    const origins = ["https://app.example.com", "https://example.com:8443"];
    const [rule, ...more] = (await phiBucket({ browserUpload: { origins } })).one(CORS).inputs["corsRules"];
    assert.deepEqual(more, []);
    assert.deepEqual(rule.allowedOrigins, origins);
    assert.deepEqual(rule.allowedMethods, ["GET", "PUT", "POST", "HEAD"]);
    assert.deepEqual(rule.exposeHeaders, ["ETag"]);
  });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "survives" : "goes with"} its stack when told to`, async () => {
      const { inputs, opts } = (await phiBucket({ deletionProtection })).one("s3/bucket:Bucket");
      assert.equal(inputs["bucket"], NAME);
      assert.equal(inputs["forceDestroy"], !deletionProtection);
      assert.equal(opts.protect, deletionProtection);
    });

  it("of a second region has every one of its settings there", async () => {
    const { resources } = await phiBucket({
      region: "us-west-2",
      intelligentTiering: { archiveAfterDays: 90 },
      browserUpload: { origins: ["https://app.example.com"] },
    });
    const children = resources.filter(({ type }) => type.startsWith("aws:s3/"));
    assert.equal(children.length, 10);
    for (const { name, inputs, parent } of children) {
      assert.equal(inputs["region"], "us-west-2", name);
      assert.equal(parent, "files", name);
    }
  });
});
