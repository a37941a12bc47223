import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../shared/policyDocument";
import { type Environment, prefixOf, type StateStore } from "./environment";
import { githubTrust, refuseRepository, type Repository } from "./githubTrust";
import { stateStatements } from "./stateStatements";

/** One preview takes minutes; an hour is the least that IAM offers. */
const SESSION_SECONDS = 3600;

export interface GithubPreviewRoleArgs {
  readonly environment: Environment;
  /** The infrastructure's repository. */
  readonly repository: Repository;
  /** Output of GithubOidcProvider. */
  readonly providerArn: pulumi.Input<string>;
  readonly state: StateStore;
  /** What it can do at most, as with the environment's own roles: `RoleBoundary.arn`. @default none */
  readonly boundaryArn?: pulumi.Input<string>;
}

/**
 * For previews of pull requests. This program asks AWS nothing while it previews, so reading the state is all there is;
 * whoever may push a branch to the repository can read that state, secrets of the stack included.
 */
export class GithubPreviewRole extends pulumi.ComponentResource {
  public readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: GithubPreviewRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:GithubPreviewRole", name, args, opts);
    const { environment, repository, providerArn, state } = args;
    const { accountId, region } = environment.location;
    refuseRepository(this, repository);

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        name: `preview-${prefixOf(environment)}`,
        description: `Previews ${environment.stack} for pull requests; reads its state and nothing else`,
        assumeRolePolicy: policyDocument([githubTrust(providerArn, repository, "pull_request")]),
        maxSessionDuration: SESSION_SECONDS,
        ...(args.boundaryArn === undefined ? {} : { permissionsBoundary: args.boundaryArn }),
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-may`,
      {
        role: role.id,
        policy: policyDocument([
          ...stateStatements(state, environment, "read"),
          {
            Sid: "ReleasedTag",
            Effect: "Allow",
            Action: "ssm:GetParameters",
            Resource: `arn:aws:ssm:${region}:${accountId}:parameter/${prefixOf(environment)}/released-image-tag`,
          },
        ]),
      },
      { parent: this },
    );

    this.roleArn = role.arn;
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
