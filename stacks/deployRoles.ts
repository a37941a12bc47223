import * as pulumi from "@pulumi/pulumi";
import { GithubDeployRole } from "../components/delivery/githubDeployRole";
import { GithubOidcProvider } from "../components/delivery/githubOidcProvider";
import { GithubPreviewRole } from "../components/delivery/githubPreviewRole";
import { prefixOf } from "../components/delivery/environment";
import { boundaryNameOf, RoleBoundary } from "../components/delivery/roleBoundary";
import type { AccountProfile } from "./accountProfile";
import type { Context } from "./context";
import { DEPLOY_RIGHTS } from "./deployRights";

interface State {
  readonly bucketName: string;
  readonly kmsKeyArn: pulumi.Input<string>;
}

type Arns = Readonly<Record<string, pulumi.Output<string>>>;

/**
 * The roles that a workflow of the repository takes, one that applies and one that previews for each environment, and the
 * boundary that the environment's own roles are made with.
 */
export function createDeployRoles(
  { location, opts }: Context,
  { repository: name, repositoryIds, environments, recoveryRegion }: AccountProfile,
  state: State,
): { readonly deploy: Arns; readonly preview: Arns } {
  if (name === undefined) return { deploy: {}, preview: {} };
  const project = pulumi.getProject();
  const providerArn = new GithubOidcProvider("github", {}, opts).arn;
  const repository = {
    name,
    ...(repositoryIds && {
      ids: { owner: String(repositoryIds.owner), repository: String(repositoryIds.repository) },
    }),
  };
  const roles = environments.map(({ stack, domain }) => {
    const environment = { project, stack, location };
    const others = environments.map((other) => other.stack).filter((name) => name !== stack);
    const common = { environment, repository, providerArn, state };
    const otherBuckets = [
      ...others.map((other) => prefixOf({ project, stack: other })),
      ...["account", "config", "state-replica", "trail"].map((purpose) => `${project}-${purpose}`),
    ];
    const otherStacks = [pulumi.getStack(), ...others];
    const boundary = new RoleBoundary(
      `boundary-${stack}`,
      { environment, state, otherStacks, otherBuckets, rights: DEPLOY_RIGHTS },
      opts,
    );
    const boundaryArn = `arn:aws:iam::${location.accountId}:policy/${boundaryNameOf(environment)}`;
    const deploy = new GithubDeployRole(
      `deploy-${stack}`,
      {
        ...common,
        ...{ domain, recoveryRegion, otherStacks: others, boundaryArn, takenBy: "workflow-and-pipeline" },
        rights: DEPLOY_RIGHTS,
      },
      opts,
    );
    const preview = new GithubPreviewRole(`preview-${stack}`, { ...common, boundaryArn: boundary.arn }, opts);
    return [stack, deploy.roleArn, preview.roleArn] as const;
  });
  return {
    deploy: Object.fromEntries(roles.map(([stack, deploy]) => [stack, deploy])),
    preview: Object.fromEntries(roles.map(([stack, , preview]) => [stack, preview])),
  };
}
