import * as pulumi from "@pulumi/pulumi";
import { GithubDeployRole } from "../components/delivery/githubDeployRole";
import { GithubOidcProvider } from "../components/delivery/githubOidcProvider";
import { GithubPreviewRole } from "../components/delivery/githubPreviewRole";
import { prefixOf } from "../components/delivery/deployStatements";
import { boundaryNameOf, RoleBoundary } from "../components/delivery/roleBoundary";
import type { AccountProfile } from "./accountProfile";
import type { Context } from "./context";

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
  const made = environments.map(({ stack, domain }) => {
    const environment = { project, stack, location };
    const others = environments.map((each) => each.stack).filter((each) => each !== stack);
    const common = { environment, repository, providerArn, state };
    const otherBuckets = [
      ...others.map((each) => prefixOf({ project, stack: each })),
      ...["account", "config", "state-replica", "trail"].map((each) => `${project}-${each}`),
    ];
    const otherStacks = [pulumi.getStack(), ...others];
    const boundary = new RoleBoundary(`boundary-${stack}`, { environment, state, otherStacks, otherBuckets }, opts);
    const boundaryArn = `arn:aws:iam::${location.accountId}:policy/${boundaryNameOf(environment)}`;
    const deploy = new GithubDeployRole(
      `deploy-${stack}`,
      { ...common, domain, recoveryRegion, otherStacks: others, boundaryArn, takenBy: "workflow-and-pipeline" },
      opts,
    );
    const preview = new GithubPreviewRole(`preview-${stack}`, { ...common, boundaryArn: boundary.arn }, opts);
    return [stack, deploy.roleArn, preview.roleArn] as const;
  });
  return {
    deploy: Object.fromEntries(made.map(([stack, deploy]) => [stack, deploy])),
    preview: Object.fromEntries(made.map(([stack, , preview]) => [stack, preview])),
  };
}
