import { rule } from "../rule";
import { SSE, siblingsOf } from "../shared/buckets";

export const s3DirectoryBucketEncryption = rule({
  id: "s3-directory-bucket-encryption",
  title: "Directory buckets encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Add a BucketServerSideEncryptionConfiguration with aws:kms and a key of this project",
  types: ["aws:s3/directoryBucket:DirectoryBucket"],
  checkInStack: (bucket, stack) => {
    // What the configuration says is judged where every bucket's is.
    const { found, unclear } = siblingsOf(bucket, stack, SSE);
    if (found.length > 0) return undefined;
    const name = bucket.at("bucket");
    return unclear || name.unknown ? name.later() : name.refuse("it is encrypted with a key that AWS owns");
  },
});
