import type * as pulumi from "@pulumi/pulumi";
import type { DeployRights } from "../shared/deployRights";
import type { Location } from "../shared/placement";

/** Where Pulumi keeps the state of the environment. */
export interface StateStore {
  readonly bucketName: string;
  /** Key of the bucket and of the secrets in the state. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

export interface Environment {
  /** Pulumi's project and stack, as in the tags that every resource carries. */
  readonly project: string;
  readonly stack: string;
  readonly location: Location;
}

/** An environment as its deploy role has to know it. */
export interface Deployed {
  readonly environment: Environment;
  /** `domain.name` of the stack: the names in DNS that are its own are derived from it. */
  readonly domain: string;
  readonly recoveryRegion: string;
  /** Stacks of the other environments in the same account: what IAM cannot keep apart is then left to an administrator. */
  readonly otherStacks: readonly string[];
  /** Of every folder of components that the environment's stack uses. */
  readonly rights: readonly DeployRights[];
}

/** How the names of the environment's buckets, roles and parameters begin. */
export const prefixOf = ({ project, stack }: Pick<Environment, "project" | "stack">) => `${project}-${stack}`;

/** The tags that every resource of the environment carries, as IAM compares them. */
export const tagsOf = ({ project, stack }: Environment) => ({
  "aws:ResourceTag/Project": project,
  "aws:ResourceTag/Environment": stack,
});
