import type { Statement } from "./policyDocument";

/** The environment that a deploy role is bound to. */
export interface DeployScope {
  /** How the names of its buckets, roles and parameters begin. */
  readonly prefix: string;
  /** `domain.name` of the stack: the names in DNS that are its own are derived from it. */
  readonly domain: string;
  /** IAM's condition keys for the tags that every resource of the stack carries, with their values. */
  readonly tags: Readonly<Record<string, string>>;
  /** Of the environment's account; in every region unless one is named, or none with "". */
  readonly arn: (service: string, rest: string, region?: string) => string;
}

/**
 * What Pulumi calls to deploy the components of one folder: actions by IAM prefix, separated by spaces. None of it reads what
 * patients or staff stored: no objects, log events, messages, users, sessions or snapshots.
 */
export interface DeployRights {
  /** What makes, reads back and tags resources, and what changes them with the very call that makes them. */
  readonly manage?: Readonly<Record<string, string>>;
  /** What destroys, opens or hands on data, code or protection: only where the tags say that it is of the environment. */
  readonly manageOwn?: Readonly<Record<string, string>>;
  /** What IAM can bind to no environment: left to an administrator where an account holds several. */
  readonly unbound?: Readonly<Record<string, string>>;
  /** What is bound to the environment by how names begin, or in another way than by tags alone. */
  readonly named?: (scope: DeployScope) => Statement[];
  /** Services that the stack's roles are handed to, without `.amazonaws.com`. */
  readonly passedTo?: readonly string[];
  /** Services that use a key with the caller's rights when something is made that is encrypted with it. */
  readonly keysThrough?: readonly string[];
}

/** `actionsOf("kms", "Describe* List*")` is `["kms:Describe*", "kms:List*"]`. */
export function actionsOf(service: string, actions: string): string[] {
  return actions.split(" ").map((action) => `${service}:${action}`);
}

export const allow = (Sid: string, Action: string[], Resource: string | string[] = "*"): Statement => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource,
});
