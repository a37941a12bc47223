import type { Resource } from "../engine/resource";
import type { Reference, Stack } from "../engine/stack";
import { typesThat } from "../facts";
import { BUCKET, isLogTarget, LIFECYCLE, siblingsOf } from "./buckets";
import { covers } from "./document";

export const SELECTION = "aws:backup/selection:Selection";
export const PLAN = "aws:backup/plan:Plan";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

/** What AWS Backup can copy and what holds records. */
export const BACKED_UP = typesThat(({ backedUp }) => backedUp === true);

/** What a bucket throws away within these days was never a record. */
const TRANSIENT_DAYS = 90;

/** Buckets that need no backup: logs, locked logs, copies of another bucket, and what expires by itself. */
export function needsNoBackup(target: Resource, stack: Stack): boolean {
  if (target.type !== BUCKET) return false;
  return (
    isLogTarget(target, stack) ||
    siblingsOf(target, stack, LOCK).found.length > 0 ||
    target.at("objectLockEnabled").flag === true ||
    isReplica(target, stack) ||
    isTransient(target, stack)
  );
}

function isReplica(bucket: Resource, stack: Stack): boolean {
  return stack
    .all(REPLICATION)
    .some(
      (each) =>
        each.at("rules").items.some((rule) => rule.at("destination", "bucket").text === (arnOf(bucket) ?? "")) ||
        refersIn(each, bucket, stack),
    );
}

/** A replication's rules are made from the copy's bucket; its own `bucket` is the source. */
function refersIn(replication: Resource, bucket: Resource, stack: Stack): boolean {
  const source = stack.refers(replication, replication.at("bucket"), bucket) === "yes";
  return !source && stack.madeFrom(replication, replication.at("rules")).includes(bucket.urn);
}

function isTransient(bucket: Resource, stack: Stack): boolean {
  const rules = siblingsOf(bucket, stack, LIFECYCLE).found.flatMap((each) => each.at("rules").items);
  return rules.some(
    (each) =>
      each.at("status").text === "Enabled" &&
      (each.at("filter", "prefix").text ?? each.at("prefix").text) === undefined &&
      each.at("filter", "tag").absent &&
      (each.at("expiration", "days").number ?? Number.POSITIVE_INFINITY) <= TRANSIENT_DAYS,
  );
}

/** The ARN, where the program's own words are enough to know it. */
function arnOf(target: Resource): string | undefined {
  const name = target.at("bucket").text;
  return target.type === BUCKET && name !== undefined ? `arn:aws:s3:::${name}` : target.at("arn").text;
}

/** Does a selection take this resource into its plan: by name, by pattern or by tag? */
export function selects(selection: Resource, target: Resource, stack: Stack): Reference {
  const resources = selection.at("resources");
  const arn = arnOf(target);
  const matches = (field: typeof resources) =>
    field.items.some(({ text }) => text !== undefined && (text === "*" || (arn !== undefined && covers(text, arn))));
  if (matches(selection.at("notResources"))) return "no";
  if (matches(resources) || resources.items.some(({ text }) => text !== undefined && patternOf(text, target.type)))
    return "yes";
  if (
    selection
      .at("selectionTags")
      .items.some((tag) => target.at("tags", tag.at("key").text ?? "").text === tag.at("value").text)
  )
    return "yes";
  return stack.refers(selection, resources, target);
}

const SERVICES: Readonly<Record<string, RegExp>> = {
  "aws:rds/cluster:Cluster": /^arn:aws[\w-]*:rds:[^:]*:[^:]*:(\*|cluster:\*)$/,
  "aws:rds/instance:Instance": /^arn:aws[\w-]*:rds:[^:]*:[^:]*:(\*|db:\*)$/,
  "aws:dynamodb/table:Table": /^arn:aws[\w-]*:dynamodb:[^:]*:[^:]*:(\*|table\/\*)$/,
  "aws:efs/fileSystem:FileSystem": /^arn:aws[\w-]*:elasticfilesystem:[^:]*:[^:]*:(\*|file-system\/\*)$/,
  [BUCKET]: /^arn:aws[\w-]*:s3:::\*$/,
};

/** All resources of a kind, as a pattern. */
function patternOf(text: string, type: string): boolean {
  return SERVICES[type]?.test(text) ?? false;
}
