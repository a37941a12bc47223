import * as pulumi from "@pulumi/pulumi";
import { GithubDeployRole } from "../components/delivery/githubDeployRole";
import { GithubOidcProvider } from "../components/delivery/githubOidcProvider";
import { GithubPreviewRole } from "../components/delivery/githubPreviewRole";
import type { AccountProfile } from "./accountProfile";
import type { Context } from "./context";

interface State {
  readonly bucketName: string;
  readonly kmsKeyArn: pulumi.Input<string>;
}

type Arns = Readonly<Record<string, pulumi.Output<string>>>;

/** The roles that a workflow of the repository takes: one that applies and one that previews, for each environment. */
export function createDeployRoles(
  { location, opts }: Context,
  { repository, environments }: AccountProfile,
  state: State,
): { readonly deploy: Arns; readonly preview: Arns } {
  if (repository === undefined) return { deploy: {}, preview: {} };
  const project = pulumi.getProject();
  const providerArn = new GithubOidcProvider("github", {}, opts).arn;
  const made = environments.map((stack) => {
    const common = { environment: { project, stack, location }, repository, providerArn, state };
    const boundaryArn = `arn:aws:iam::${location.accountId}:policy/boundary-${project}-${stack}`;
    const deploy = new GithubDeployRole(
      `deploy-${stack}`,
      { ...common, boundaryArn, takenBy: "workflow-and-pipeline" },
      opts,
    );
    const preview = new GithubPreviewRole(`preview-${stack}`, common, opts);
    return [stack, deploy.roleArn, preview.roleArn] as const;
  });
  return {
    deploy: Object.fromEntries(made.map(([stack, deploy]) => [stack, deploy])),
    preview: Object.fromEntries(made.map(([stack, , preview]) => [stack, preview])),
  };
}
