import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Statement } from "../shared/policyDocument";

/** GitHub's issuer of identities, as IAM writes it. */
export const GITHUB = "token.actions.githubusercontent.com";
/** What the workflow asks its token for; nobody else's tokens carry it. */
export const AUDIENCE = "sts.amazonaws.com";

export interface Repository {
  /** `owner/name`, as GitHub spells it. */
  readonly name: string;
  /**
   * The numbers of owner and repository. GitHub writes them into the tokens of repositories that were made, renamed or moved
   * after 15 July 2026: "Immutable subject claims", OpenID Connect reference. @default none: tokens of older repositories only
   */
  readonly ids?: { readonly owner: string; readonly repository: string };
}

/** How a token's subject may begin: without the numbers, and with them where they are known. */
function subjects({ name, ids }: Repository): string[] {
  const [owner = "", repository = ""] = name.split("/");
  return [`repo:${name}`, ...(ids === undefined ? [] : [`repo:${owner}@${ids.owner}/${repository}@${ids.repository}`])];
}

/** One statement that lets in jobs of one repository: those of one environment, or those of pull requests. */
export function githubTrust(
  providerArn: pulumi.Input<string>,
  repository: Repository,
  jobs: { readonly environment: string } | "pull_request",
): Statement {
  const which = jobs === "pull_request" ? jobs : `environment:${jobs.environment}`;
  return {
    Sid: "Workflow",
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: "sts:AssumeRoleWithWebIdentity",
    // Equality, not a pattern: "repo:example/app*" would let in a repository that somebody else names so.
    Condition: {
      StringEquals: {
        [`${GITHUB}:aud`]: AUDIENCE,
        [`${GITHUB}:sub`]: subjects(repository).map((subject) => `${subject}:${which}`),
      },
    },
  };
}

export function refuseRepository(component: pulumi.Resource, { name, ids }: Repository): void {
  if (!/^[\w-][\w.-]*\/[\w.-]+$/.test(name))
    invalid(component, "repository.name", `"${name}" is not one repository`, "Write owner/name, as GitHub spells it");
  for (const [field, id] of Object.entries(ids ?? {}))
    if (!/^\d{1,20}$/.test(id))
      invalid(component, `repository.ids.${field}`, `"${id}" is not a number`, "Write what GitHub's API calls its id");
}
