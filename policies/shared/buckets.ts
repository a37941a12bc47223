import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import type { Reference, Stack } from "../engine/stack";
import { isBlock, readDocument, textsOf } from "./document";

export const BUCKET = "aws:s3/bucket:Bucket";
export const SSE = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
export const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const LOG_WRITERS = ["logging.s3.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com"];
export const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

/** Recordings of sessions: the medical record with the longest retention and the largest objects. */
const RECORDINGS = /video|recording|session-?media/i;

export interface Siblings {
  readonly found: readonly Resource[];
  /** Some sibling might be meant for this bucket, and nothing says so yet. */
  readonly unclear: boolean;
}

/** The resources of a type that configure a bucket. */
export function siblingsOf(bucket: Resource, stack: Stack, type: string): Siblings {
  const answers = stack.all(type).map((each) => ({ each, refers: stack.refers(each, each.at("bucket"), bucket) }));
  const having = (wanted: Reference) => answers.filter(({ refers }) => refers === wanted).map(({ each }) => each);
  return { found: having("yes"), unclear: having("unclear").length > 0 };
}

/** The bucket that a configuration resource belongs to. */
export function bucketOf(resource: Resource, stack: Stack): Resource | undefined {
  return stack.referred(resource, resource.at("bucket"), [BUCKET])[0];
}

/** Where S3 and the load balancers are told to write their access logs. */
function logDestinations(stack: Stack): readonly { readonly from: Resource; readonly bucket: Field }[] {
  const lbs = stack.all("aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer");
  return [
    ...stack.all("aws:s3/bucketLogging:BucketLogging").map((from) => ({ from, bucket: from.at("targetBucket") })),
    ...stack.all(BUCKET).map((from) => ({ from, bucket: from.at("logging", "targetBucket") })),
    ...lbs.flatMap((from) =>
      ["accessLogs", "connectionLogs", "healthCheckLogs"].map((logs) => ({ from, bucket: from.at(logs, "bucket") })),
    ),
  ];
}

/**
 * AWS writes these logs only where the bucket's default encryption is SSE-S3: with a KMS key of ours it drops them
 * without a word (S3 User Guide, "Enabling Amazon S3 server access logging"; ELB User Guide, "Access logs").
 */
export function isLogTarget(bucket: Resource, stack: Stack): boolean {
  const named = logDestinations(stack).some(({ from, bucket: target }) => stack.refers(from, target, bucket) === "yes");
  return named || siblingsOf(bucket, stack, POLICY).found.some((each) => admitsLogWriters(each.at("policy")));
}

/** A bucket for the logs of other stacks shows what it is for by whom its policy lets write. */
function admitsLogWriters(policy: Field): boolean {
  const document = readDocument(policy.value);
  if (document.state !== "read") return false;
  return document.statements.some(({ Effect: effect, Principal: principal }) => {
    const services = isBlock(principal) ? textsOf(principal["Service"]) : [];
    return effect === "Allow" && services.some((each) => LOG_WRITERS.includes(each));
  });
}

export function holdsRecordings(bucket: Resource): boolean {
  return RECORDINGS.test(bucket.name) || RECORDINGS.test(bucket.at("bucket").text ?? "");
}
