import type { Outcomes } from "../engine/outcome";
import { UNKNOWN, type Value } from "../engine/value";
import { rule } from "../rule";
import { BUCKET, siblingsOf } from "../shared/buckets";
import { type Block, isAnything, isBlock, listOf, readDocument, textsOf } from "../shared/document";

const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

export const bucketTls = rule({
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
    if (documents.some((each) => each.state === "read" && each.statements.some(deniesPlain))) return undefined;
    const name = bucket.at("bucket");
    if (unclear || documents.some((each) => each.state === "notKnown")) return name.later();
    const problem =
      policies.length === 0 ? "it has no policy, so plain HTTP is accepted" : "its policy accepts plain HTTP";
    return { property: "policy", problem };
  },
});

/** A statement that refuses everybody and everything as soon as TLS is missing. */
function deniesPlain(statement: Block): boolean {
  const everybody = isEverybody(statement["Principal"]);
  const everything = textsOf(statement["Action"]).some((each) => isAnything(each) || each.toLowerCase() === "s3:*");
  const objects = listOf(statement["Resource"]).some(
    (each) => each === UNKNOWN || (typeof each === "string" && /\*$/.test(each)),
  );
  const condition = statement["Condition"];
  return (
    statement["Effect"] === "Deny" && everybody && everything && objects && isBlock(condition) && asksForTls(condition)
  );
}

function isEverybody(principal: Value | undefined): boolean {
  return principal === "*" || (isBlock(principal) && textsOf(principal["AWS"]).includes("*"));
}

/** One condition only: with a second one, both would have to hold before plain HTTP is refused. */
function asksForTls(condition: Block): boolean {
  const pairs = Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    isBlock(keys) ? Object.entries(keys).map(([key, value]: [string, Value]) => [operator, key, value] as const) : [],
  );
  const [pair] = pairs;
  if (pair === undefined || pairs.length !== 1) return false;
  const [operator, key, value] = pair;
  return (
    /^(Bool|BoolIfExists|StringEquals)$/i.test(operator) &&
    key.toLowerCase() === "aws:securetransport" &&
    listOf(value).every((each) => each === false || each === "false")
  );
}
