import { rule } from "../rule";

export const s3ObjectOwnership = rule({
  id: "s3-object-ownership",
  title: "Objects belong to the bucket's owner, whoever wrote them",
  family: "public-access",
  severity: "medium",
  controls: ["164.312(a)(1)"],
  remediation: "Set rule.objectOwnership to BucketOwnerEnforced",
  types: ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
  check: (controls) => {
    const ownership = controls.at("rule", "objectOwnership");
    if (ownership.unknown) return ownership.later();
    return /^BucketOwner(Enforced|Preferred)$/.test(ownership.text ?? "")
      ? undefined
      : ownership.refuse("the writer of an object owns it and can make it public through its ACL");
  },
});
