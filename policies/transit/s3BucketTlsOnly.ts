import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { BUCKET, siblingsOf } from "../shared/buckets";
import { readDocument } from "../shared/document";
import { deniesPlain } from "../shared/plainDenial";

const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

export const s3BucketTlsOnly = rule({
  id: "s3-bucket-tls-only",
  title: "Every bucket's policy denies requests without TLS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation:
    'Add a statement that denies s3:* to Principal "*" on the bucket and its objects where aws:SecureTransport is false',
  types: [BUCKET],
  checkInStack: (bucket, stack): Outcomes => {
    const inline = bucket.at("policy");
    const { found, unclear } = siblingsOf(bucket, stack, POLICY);
    const policies = [...found.map((each) => each.at("policy")), ...(inline.absent ? [] : [inline])];
    const documents = policies.map((each) => readDocument(each.value));
    if (
      documents.some(
        (each) => each.state === "read" && each.statements.some((one) => deniesPlain(one, /^s3:\*$/i, /\*$/)),
      )
    )
      return undefined;
    const name = bucket.at("bucket");
    if (unclear || documents.some((each) => each.state === "notKnown")) return name.later();
    const problem =
      policies.length === 0 ? "it has no policy, so plain HTTP is accepted" : "its policy accepts plain HTTP";
    return { property: "policy", problem };
  },
});
