import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, numberAt, textAt, type Fields } from "../fields";
import type { Graph } from "../graph";
import { gigabytes, share, type Context } from "../rule";
import { DAYS } from "../usage/usage";

const BUCKET = "s3/bucket:Bucket";
const LIFECYCLE = "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const REPLICATION = "s3/bucketReplicationConfig:BucketReplicationConfig";
/** A bucket that empties itself sooner holds next to nothing. */
const SHORT_DAYS = 30;

export type Content = "videos" | "files" | "logs" | "audit" | "little";

/** What a bucket is for, told by what refers to it. */
export function contentOf(bucket: SnapshotResource, graph: Graph): Content {
  const source = sourceOfReplica(bucket, graph);
  if (source !== undefined) return contentOf(source, graph);
  const used = (type: string, property: string) => graph.users(type, property, bucket).length > 0;
  if (used("cloudfront/distribution:Distribution", "origins")) return "videos";
  if (used("s3/bucketLogging:BucketLogging", "targetBucket")) return "logs";
  if (used("lb/loadBalancer:LoadBalancer", "accessLogs")) return "logs";
  if (used("cloudtrail/trail:Trail", "s3BucketName")) return "audit";
  if (used("cfg/deliveryChannel:DeliveryChannel", "s3BucketName")) return "audit";
  if (used("codepipeline/pipeline:Pipeline", "artifactStores")) return "little";
  if (bucket.parent?.includes("StateBackend") === true) return "little";
  return expiryDays(lifecycle(bucket, graph)) <= SHORT_DAYS ? "little" : "files";
}

/** The bucket that this one is the copy of. */
export function sourceOfReplica(bucket: SnapshotResource, graph: Graph): SnapshotResource | undefined {
  return graph
    .users(REPLICATION, "rules", bucket)
    .flatMap((each) => graph.of(each, "bucket", BUCKET))
    .find((each) => each.urn !== bucket.urn);
}

export const isReplicated = (bucket: SnapshotResource, graph: Graph) =>
  graph.users(REPLICATION, "bucket", bucket).length > 0;

/** What lies in a bucket after the assumed time, and what comes in a month; GB. */
export interface Stock {
  readonly fresh: number;
  readonly archived: number;
  /** S3's name of the class that old objects go to; empty if they stay. */
  readonly archiveClass: string;
  readonly old: number;
  readonly newGb: number;
}

export function stockOf(bucket: SnapshotResource, { graph, usage }: Context): Stock {
  const rules = lifecycle(bucket, graph);
  const content = contentOf(bucket, graph);
  const among = graph
    .all(BUCKET)
    .filter((each) => contentOf(each, graph) === content && sourceOfReplica(each, graph) === undefined).length;
  const keptMonths = Math.min(usage.ageMonths, expiryDays(rules) / DAYS);
  const [move] = rules.flatMap((each) => listAt(each, "transitions"));
  const archiveClass = move === undefined ? "" : textAt(move, "storageClass");
  const freshMonths = Math.min(keptMonths, move === undefined ? Infinity : numberAt(move, "days", 0) / DAYS);
  const monthly = {
    videos: usage.videoNewGb,
    logs: gigabytes(usage.apiRequestsMillions + usage.videoRequestsMillions, usage.accessLogKb),
    audit: gigabytes(usage.managementEventsMillions, usage.accessLogKb),
    files: usage.filesNewGb,
    little: 0,
  }[content];
  const newGb = share(monthly, among);
  if (content !== "files") {
    const little = content === "little" ? 1 : 0;
    return {
      fresh: newGb * freshMonths + little,
      archived: newGb * (keptMonths - freshMonths),
      archiveClass,
      old: 0,
      newGb,
    };
  }
  const total = share(usage.filesGb, among);
  const oldMonths = noncurrentDays(bucket, rules, graph) / DAYS;
  return {
    fresh: archiveClass === "" ? total : Math.min(total, newGb * freshMonths),
    archived: archiveClass === "" ? 0 : total - Math.min(total, newGb * freshMonths),
    archiveClass,
    old: total * usage.filesReplacedShare * Math.min(usage.ageMonths, oldMonths),
    newGb,
  };
}

function lifecycle(bucket: SnapshotResource, graph: Graph): readonly Fields[] {
  return graph
    .users(LIFECYCLE, "bucket", bucket)
    .flatMap((each) => listAt(each, "rules"))
    .filter((each) => each["status"] === "Enabled");
}

function expiryDays(rules: readonly Fields[]): number {
  return Math.min(...rules.map((each) => numberAt(each, "expiration.days", Infinity)));
}

/** Days for which replaced objects stay; none without versions, for good without a rule. */
function noncurrentDays(bucket: SnapshotResource, rules: readonly Fields[], graph: Graph): number {
  const versions = graph.users("s3/bucketVersioning:BucketVersioning", "bucket", bucket);
  if (!versions.some((each) => textAt(each, "versioningConfiguration.status") === "Enabled")) return 0;
  return Math.min(...rules.map((each) => numberAt(each, "noncurrentVersionExpiration.noncurrentDays", Infinity)));
}
