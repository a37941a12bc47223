import { covers } from "./document";

/** Names that have nothing in common: a pattern that fits two of them has chosen nothing. */
export const NAMES: readonly string[] = ["zebra-quotes-2040", "jumbo-fox.lynx-13", "wyvern-kid-7a"];

const named = (...kinds: readonly string[]) => kinds.map((kind) => NAMES.map((each) => `${kind}${each}`));

/** By service, some of each kind of resource that the last part of an ARN names. */
const SAMPLES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  kms: [["key/01234567-89ab-cdef-0123-456789abcdef", "key/fedcba98-7654-3210-fedc-ba9876543210"], ...named("alias/")],
  secretsmanager: [["secret:zz9-AbCdEf", "secret:q/w-7-GhIjKl"]],
  s3: named("", "accesspoint/"),
  iam: named("role/", "policy/", "user/", "group/", "instance-profile/"),
  dynamodb: named("table/"),
  lambda: named("function:"),
  ecs: named("cluster/", "task-definition/"),
  ec2: [["instance/i-0123456789abcdef0", "instance/i-fedcba98765432100"]],
};

/** A variable with a default may be that text; one without is whoever asks. */
export const withDefaults = (part: string): string => part.replace(/\$\{[^}',]*,\s*'([^']*)'\s*\}/g, "$1");

export const fitsSeveral = (pattern: string, samples: readonly string[]): boolean =>
  samples.filter((each) => covers(pattern, each)).length > 1;

/**
 * Does it name all resources of a kind? `*`, but also every key, bucket, role or secret of one account: the part of the
 * ARN that says which one is nothing but wildcards, or fits what has nothing in common.
 */
export function isEveryResource(pattern: string): boolean {
  const parts = pattern.trim().split(":");
  if (parts.length < 6) return /^[*?]*\*/.test(pattern.trim()) || /^arn.*\*$/.test(pattern.trim());
  const service = parts[2] ?? "";
  const which = parts.slice(5).join(":");
  const resource = withDefaults(which);
  const kinds = Object.entries(SAMPLES).flatMap(([each, of]) => (covers(service, each) ? of : []));
  if (kinds.some((samples) => fitsSeveral(resource, samples))) return true;
  // Buckets have no kind in front of their name, and a database user is one of the cluster in front of it.
  if (service === "s3") return isWild(resource);
  if (service === "rds-db") return /\/[*?]*\*$|^[*?]*\*$/.test(which);
  const name = resource.replace(/^[\w-]+[:/]/, "");
  return isWild(name) || fitsSeveral(name, NAMES);
}

/** Wildcards and the marks between parts, a `*` among them. */
const isWild = (part: string) => /^[*?:/]+$/.test(part) && part.includes("*");
