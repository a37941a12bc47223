import { rule } from "../rule";
import { ourKeyIfAny } from "../shared/key";

export const s3ObjectEncryption = rule({
  id: "s3-object-encryption",
  title: "No object overrides its bucket's encryption with an AWS-owned key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Leave serverSideEncryption and kmsKeyId out, so that the bucket's own default applies",
  types: ["aws:s3/bucketObject:BucketObject", "aws:s3/objectCopy:ObjectCopy"],
  check: (object) => {
    const algorithm = object.at("serverSideEncryption");
    if (algorithm.unknown) return algorithm.later();
    if (algorithm.text === "AES256") return algorithm.refuse("AES256 uses a key that AWS owns");
    return ourKeyIfAny(object.at("kmsKeyId"), "the object is encrypted");
  },
});
