import { type Given, LATER, LATER_LIST } from "../runner";
import { files, sibling } from "./bucketCase";
import { bad, type CaseTable, KEY, ok, one } from "./case";

const SSE = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const sse = (byDefault: unknown, type = SSE) =>
  sibling(type, { rules: [{ applyServerSideEncryptionByDefault: byDefault }] });
const kms = { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY };
const aes = { sseAlgorithm: "AES256" };
const logging: Given = {
  type: "aws:s3/bucketLogging:BucketLogging",
  name: "media-logging",
  props: { bucket: LATER, targetBucket: LATER, targetPrefix: "s3/" },
  from: { bucket: ["media"], targetBucket: ["files"] },
};
const balancer = (type: string): Given => ({
  type,
  name: "web",
  props: { accessLogs: { bucket: "files-111122223333", enabled: true } },
});

const writers = (service: string): Given => {
  const statement = { Effect: "Allow", Principal: { Service: service }, Action: "s3:PutObject", Resource: "*" };
  return sibling("bucketPolicy:BucketPolicy", { policy: JSON.stringify({ Statement: [statement] }) });
};

export const bucketEncryption: CaseTable = {
  "s3-bucket-encryption": {
    accepts: [
      ok("a key of ours in a separate configuration", [files(), sse(kms)]),
      ok("two layers of KMS", [files(), sse({ ...kms, sseAlgorithm: "aws:kms:dsse" })]),
      ok("a key of ours written inside the bucket", [
        files({ serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: kms } } }),
      ]),
      ok("the V2 tokens", [
        files({}, "aws:s3/bucketV2:BucketV2"),
        sse(kms, "bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"),
      ]),
      ok("a sibling that names the bucket", [
        files(),
        { ...sse(kms), props: { ...sse(kms).props, bucket: "files-111122223333" } },
      ]),
      ok("AES256 where S3 writes access logs", [files(), sse(aes), logging]),
      ok("AES256 where a load balancer writes access logs", [
        files(),
        sse(aes),
        balancer("aws:lb/loadBalancer:LoadBalancer"),
      ]),
      ok("AES256 where an old-style load balancer writes them", [
        files(),
        sse(aes),
        balancer("aws:alb/loadBalancer:LoadBalancer"),
      ]),
      ok("AES256 where the logs of other stacks are written", [files(), sse(aes), writers("logging.s3.amazonaws.com")]),
    ],
    rejects: [
      bad("AES256 where other services write", /AES256 uses a key/, [
        files(),
        sse(aes),
        writers("cloudtrail.amazonaws.com"),
      ]),
      bad("a bucket with no configuration at all", /no default encryption is set for this bucket/, [files()]),
      bad("a configuration of another bucket", /no default encryption is set for this bucket/, [
        files(),
        { ...files(), name: "media", props: { bucket: "media" } },
        sibling(SSE, { rules: [{ applyServerSideEncryptionByDefault: kms }] }, "media"),
      ]),
      bad("AES256", /AES256 uses a key that AWS owns/, [files(), sse(aes)]),
      bad("AES256 inside the bucket", /AES256 uses/, [
        files({ serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: aes } } }),
      ]),
      bad("KMS with no key", /no key named/, [files(), sse({ sseAlgorithm: "aws:kms" })]),
      bad("KMS with the key of AWS", /key that AWS manages/, [
        files(),
        sse({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" }),
      ]),
      bad("an empty list of rules", /no default encryption is set/, [files(), sibling(SSE, { rules: [] })]),
      bad("a rule without a default", /no default encryption is set/, [
        files(),
        sibling(SSE, { rules: [{ bucketKeyEnabled: true }] }),
      ]),
      bad("an empty block inside the bucket", /no default encryption is set/, [
        files({ serverSideEncryptionConfiguration: {} }),
      ]),
      bad("KMS where S3 writes access logs", /AWS silently writes no access logs/, [files(), sse(kms), logging]),
    ],
    defers: [
      ok("a key made in the same update", [files(), sse({ sseAlgorithm: "aws:kms", kmsMasterKeyId: LATER })]),
      ok("rules that are not known", [files(), sibling(SSE, { rules: LATER_LIST })]),
      ok("a sibling of which nobody knows whose it is", [files(), { ...sse(kms), from: {} }]),
    ],
  },
  "s3-object-encryption": {
    accepts: [
      ok("the bucket's default", one("s3/bucketObject:BucketObject", {})),
      ok("a key of ours", one("s3/objectCopy:ObjectCopy", { serverSideEncryption: "aws:kms", kmsKeyId: KEY })),
    ],
    rejects: [
      bad("AES256", /AWS owns/, one("s3/BucketObject:BucketObject", { serverSideEncryption: "AES256" })),
      bad("the key of AWS", /AWS manages/, one("s3/bucketObjectv2:BucketObjectv2", { kmsKeyId: "alias/aws/s3" })),
    ],
    defers: [ok("an unknown key", one("s3/bucketObject:BucketObject", { kmsKeyId: LATER }))],
  },
};
