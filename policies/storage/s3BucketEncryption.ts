import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { BUCKET, bucketOf, isLogTarget, SSE, siblingsOf } from "../shared/buckets";
import { ourKey } from "../shared/key";

export const s3BucketEncryption = rule({
  id: "s3-bucket-encryption",
  title: "Buckets encrypt with a customer-managed key, except those AWS writes access logs to",
  family: "encryption-at-rest",
  severity: "critical",
  controls: ["164.312(a)(2)(iv)"],
  remediation:
    "Set sseAlgorithm to aws:kms and kmsMasterKeyId to a key of this project; AES256 on a bucket for access logs",
  types: [BUCKET, SSE],
  check: (resource) =>
    defaultsOf(resource.at(...pathOf(resource.type)), resource.type === SSE).map((each) => keyed(each)),
  checkInStack: (resource, stack) => {
    const defaults = defaultsOf(resource.at(...pathOf(resource.type)), false);
    if (resource.type === SSE) {
      const bucket = bucketOf(resource, stack);
      return defaults.map((each) => fitting(each, bucket !== undefined && isLogTarget(bucket, stack)));
    }
    const { found, unclear } = siblingsOf(resource, stack, SSE);
    if (defaults.length > 0) return defaults.map((each) => fitting(each, isLogTarget(resource, stack)));
    if (found.length > 0) return undefined;
    const sse = resource.at("serverSideEncryptionConfiguration");
    return unclear
      ? sse.later()
      : sse.refuse(
          "no default encryption is set for this bucket, so AWS encrypts with its own key",
          "Add a BucketServerSideEncryptionConfiguration with aws:kms and a key of this project",
        );
  },
});

function pathOf(type: string): readonly string[] {
  return type === SSE ? ["rules"] : ["serverSideEncryptionConfiguration", "rule"];
}

/** The default of each rule; a configuration without any rule counts as one that is absent. */
function defaultsOf(rules: Field, needed: boolean): readonly Field[] {
  const all = rules.items.map((each) => each.at("applyServerSideEncryptionByDefault"));
  return all.length === 0 && needed ? [rules.at("applyServerSideEncryptionByDefault")] : all;
}

/** What is wrong on any bucket: no algorithm, or KMS with a key that AWS picks. */
function keyed(sse: Field): Outcomes {
  const algorithm = sse.at("sseAlgorithm");
  if (algorithm.unknown) return algorithm.later();
  if (algorithm.text === "AES256") return undefined;
  if (!/^aws:kms(:dsse)?$/.test(algorithm.text ?? "")) return algorithm.refuse("no default encryption is set");
  return ourKey(sse.at("kmsMasterKeyId"), "objects are encrypted");
}

/** What depends on what the bucket is for. */
function fitting(sse: Field, isForLogs: boolean): Outcomes {
  const algorithm = sse.at("sseAlgorithm");
  if (algorithm.text === "AES256" && !isForLogs)
    return algorithm.refuse("AES256 uses a key that AWS owns, and nothing here writes access logs to this bucket");
  if (algorithm.text?.startsWith("aws:kms") && isForLogs)
    return algorithm.refuse(
      "AWS silently writes no access logs to a bucket with default KMS encryption",
      "Set sseAlgorithm to AES256",
    );
  return undefined;
}
