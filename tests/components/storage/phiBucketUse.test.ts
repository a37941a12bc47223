import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DataKey } from "../../../components/security/dataKey";
import { PhiBucket, type PhiBucketArgs } from "../../../components/storage/phiBucket";
import { deploy, waitsFor } from "../../harness";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };
const NAME = "telehealth-dev-files-111122223333";
const ARGS: PhiBucketArgs = {
  bucketName: NAME,
  location: LOCATION,
  kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/files",
  accessLogBucket: "telehealth-dev-logs",
  versions: {},
  deletionProtection: true,
};

const phiBucket = (changes: Partial<PhiBucketArgs> = {}) =>
  deploy((opts) => new PhiBucket("files", { ...ARGS, ...changes }, opts));

describe("a PHI bucket in a stack", () => {
  it("can name, in its policy and in its key's, a CDN that is created after it", async () => {
    const deployed = await deploy((opts) => {
      const [cdnArn, laterArn] = pulumi.deferredOutput<string>();
      const onlyCdn = { Condition: { StringEquals: { "aws:SourceArn": cdnArn } } };
      const grants = [{ Sid: "Cdn", Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...onlyCdn } as const];
      const key = { alias: "files", description: "Files", location: LOCATION, deletionProtection: true };
      const { arn: kmsKeyArn } = new DataKey("key", { ...key, grants }, opts);
      const files = `arn:aws:s3:::${NAME}/*`;
      const statements = [
        { Sid: "Cdn", Effect: "Allow", Action: "s3:GetObject", Resource: files, ...onlyCdn } as const,
      ];
      const bucket = new PhiBucket("files", { ...ARGS, kmsKeyArn, statements }, opts);
      // Any resource that needs the bucket and has an ARN serves as the CDN.
      laterArn(new aws.sns.Topic("cdn", { displayName: bucket.regionalDomainName }, opts).arn);
      return bucket;
    });
    const cdn = "arn:aws:sns:us-east-1:111122223333:cdn";
    assert.equal(deployed.one("sns/topic:Topic").inputs["displayName"], `${NAME}.s3.us-east-1.amazonaws.com`);
    for (const type of ["s3/bucketPolicy:BucketPolicy", "kms/keyPolicy:KeyPolicy"]) {
      const last = JSON.parse(deployed.one(type).inputs["policy"]).Statement.at(-1);
      assert.deepEqual(last.Condition, { StringEquals: { "aws:SourceArn": cdn } }, type);
    }
    assert.deepEqual(await waitsFor(deployed.result.arn), ["files-bucket"]);
  });

  const upload = (...origins: string[]) => ({ browserUpload: { origins } });
  for (const [what, changes, said] of [
    ["any origin", upload("*"), /browserUpload: "\*" is not one https origin/],
    ["a wildcard in an origin", upload("https://app.example.com", "https://*.example.com"), /\*\.example\.com/],
    ["an origin without TLS", upload("http://app.example.com"), /"http:\/\/app\.example\.com" is not/],
    ["an origin with a path", upload("https://app.example.com/"), /is not one https origin/],
    ["an empty list of origins", upload(), /browserUpload: no origin is named/],
    ["a name in upper case", { bucketName: "Files" }, /bucketName: "Files"/],
    ["a name with dots", { bucketName: "files.example.com" }, /bucketName: /],
    ["a name of 64 characters", { bucketName: "a".repeat(64) }, /bucketName: /],
    ["an archive tier too early", { intelligentTiering: { archiveAfterDays: 89 } }, /intelligentTiering: .*89/],
    ["an archive tier too late", { intelligentTiering: { archiveAfterDays: 731 } }, /intelligentTiering: .*731/],
    ["no day for old versions", { versions: { keepNoncurrentDays: 0 } }, /versions: 0 is not a number of days/],
  ] as const)
    it(`does not accept ${what}`, async () => {
      await assert.rejects(() => phiBucket(changes), said);
    });
});
