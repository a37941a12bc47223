import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import { keyOf } from "./keys";
import type { Node } from "./model";
import { isTrue, textAt } from "../../../shared/fields";

const BUCKET = "s3/bucket:Bucket";

/** The buckets of one region, those with a key of ours first. */
export function bucketNodes(graph: Graph, region: string | undefined): readonly Node[] {
  return graph
    .all(BUCKET)
    .filter((each) => graph.regionOf(each) === region)
    .map((each) => bucketNode(graph, each))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ lock, notes, title }: Node): string {
  return `${lock === undefined ? 1 : 0}${9 - notes.length} ${title}`;
}

function bucketNode(graph: Graph, bucket: SnapshotResource): Node {
  const has = (type: string, property: string) => graph.users(type, property, bucket).length > 0;
  const [encryption] = graph.users(
    "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "bucket",
    bucket,
  );
  const versioned = graph
    .users("s3/bucketVersioning:BucketVersioning", "bucket", bucket)
    .some((each) => textAt(each.inputs, "versioningConfiguration", "status") === "Enabled");
  const notes = [
    ...(versioned ? ["every version kept"] : []),
    ...(isTrue(bucket.inputs, "objectLockEnabled") ? ["locked against deletion"] : []),
    ...(has("guardduty/malwareProtectionPlan:MalwareProtectionPlan", "protectedResource") ? ["malware scan"] : []),
  ];
  return {
    title: `S3: ${bucketName(graph, bucket)}`,
    notes,
    members: [bucket.urn],
    lock: keyOf(graph, encryption, "rules"),
  };
}

/** Its name without what all of the stack have in common: project, stack and account. */
export function bucketName({ project, stack }: Graph, bucket: SnapshotResource): string {
  const whole = textAt(bucket.inputs, "bucket") ?? bucket.name.replace(/-bucket$/, "");
  const parts = whole.replace(/-\d{12}$/, "").split("-");
  for (const common of [project, stack]) if (parts[0] === common && parts.length > 1) parts.shift();
  return parts.join("-");
}
