import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Statement } from "../shared/policyDocument";

/** GitHub's issuer of identities, as IAM writes it. */
export const GITHUB = "token.actions.githubusercontent.com";
/** What the workflow asks its token for; nobody else's tokens carry it. */
export const AUDIENCE = "sts.amazonaws.com";

/** One statement that lets in jobs of one repository: those of one environment, or those of pull requests. */
export function githubTrust(
  providerArn: pulumi.Input<string>,
  repository: string,
  jobs: { readonly environment: string } | "pull_request",
): Statement {
  const which = jobs === "pull_request" ? jobs : `environment:${jobs.environment}`;
  return {
    Sid: "Workflow",
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: "sts:AssumeRoleWithWebIdentity",
    // Equality, not a pattern: "repo:example/app*" would let in a repository that somebody else names so.
    Condition: { StringEquals: { [`${GITHUB}:aud`]: AUDIENCE, [`${GITHUB}:sub`]: `repo:${repository}:${which}` } },
  };
}

export function refuseRepository(component: pulumi.Resource, repository: string): void {
  if (!/^[\w-][\w.-]*\/[\w.-]+$/.test(repository))
    invalid(component, "repository", `"${repository}" is not one repository`, "Write owner/name, as GitHub spells it");
}
