import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { BLOCK, BUCKET, siblingsOf } from "../shared/buckets";

export const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

export const s3BucketPublicAccessBlock = rule({
  id: "s3-bucket-public-access-block",
  title: "Every bucket blocks public access with all four flags",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: `Add a BucketPublicAccessBlock with ${FLAGS.join(", ")} all true`,
  types: [BUCKET, BLOCK],
  check: (resource) =>
    resource.type === BLOCK
      ? FLAGS.map((flag) => isTrue(resource.at(flag), "public access is not blocked", `Set ${flag} to true`))
      : [],
  checkInStack: (resource, stack) => {
    if (resource.type === BLOCK) return undefined;
    const { found, unclear } = siblingsOf(resource, stack, BLOCK);
    if (found.length > 0) return undefined;
    const bucket = resource.at("bucket");
    return unclear
      ? bucket.later()
      : { property: "bucket", problem: "no BucketPublicAccessBlock belongs to this bucket" };
  },
});
