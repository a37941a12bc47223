import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { policyDocument, type Statement } from "../shared/policyDocument";
import { manageStatements, ownStatements } from "./deployStatements";
import { type Deployed, prefixOf, type StateStore } from "./environment";
import { githubTrust, refuseRepository, type Repository } from "./githubTrust";
import { madeForOthers, otherEnvironments } from "./otherEnvironments";
import { documentsOf } from "./policyDocuments";
import { stateStatements } from "./stateStatements";

/** The least IAM offers, and the most for a role that another role takes: AWS, "Role chaining". SDKs renew it. */
const SESSION_SECONDS = 3600;

export interface GithubDeployRoleArgs extends Deployed {
  /** The infrastructure's repository. */
  readonly repository: Repository;
  /** Output of GithubOidcProvider. */
  readonly providerArn: pulumi.Input<string>;
  readonly state: StateStore;
  /**
   * Managed policy that every role of the stack carries as its permissions boundary; without it this role could make one
   * that may do anything, and use it. `RoleBoundary.arn`, whose name does not begin with the prefix: what is bounded must not
   * reach its own bound.
   */
  readonly boundaryArn: string;
  /** Who takes the role: jobs of the GitHub environment named like the stack, or those and DeliveryPipeline's release. */
  readonly takenBy: "workflow" | "workflow-and-pipeline";
}

/**
 * What applies one environment: makes, changes and deletes its resources, and reads none of the data in them. Belongs to
 * the account's stack and is named outside the environment's prefix, so that it can never change its own rights.
 */
export class GithubDeployRole extends pulumi.ComponentResource {
  public readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: GithubDeployRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    // Functions are not for the engine; what they say is in the policies.
    super("telehealth:delivery:GithubDeployRole", name, { ...args, rights: undefined }, opts);
    const { environment, boundaryArn } = args;
    refuse(this, args);

    const mine = { parent: this };
    const prefix = prefixOf(environment);
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        name: `deploy-${prefix}`,
        description: `Applies the stack ${environment.stack}`,
        assumeRolePolicy: policyDocument(trust(args)),
        maxSessionDuration: SESSION_SECONDS,
      },
      mine,
    );
    const granted = documentsOf([...manageStatements(args), ...ownStatements(args, boundaryArn)]);
    const documents = {
      ...Object.fromEntries(granted.map((document, index) => [`rights-${index + 1}`, document])),
      state: stateStatements(args.state, environment, "write"),
      others: [...otherEnvironments(environment, args.state), ...madeForOthers(args, args.state)],
    };
    for (const [part, statements] of Object.entries(documents)) {
      const policy = new aws.iam.Policy(
        `${name}-${part}`,
        { name: `deploy-${prefix}-${part}`, policy: policyDocument(statements) },
        mine,
      );
      new aws.iam.RolePolicyAttachment(`${name}-${part}-held`, { role: role.name, policyArn: policy.arn }, mine);
    }

    this.roleArn = role.arn;
    this.registerOutputs({ roleArn: this.roleArn });
  }
}

function trust({ environment, repository, providerArn, takenBy }: GithubDeployRoleArgs): Statement[] {
  const { accountId } = environment.location;
  const workflow = githubTrust(providerArn, repository, { environment: environment.stack });
  if (takenBy === "workflow") return [workflow];
  return [
    workflow,
    {
      Sid: "Pipeline",
      Effect: "Allow",
      // The roles come later than this one, and IAM refuses a principal that does not exist: hence the condition.
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "sts:AssumeRole",
      Condition: {
        ArnEquals: {
          "aws:PrincipalArn": ["migrate", "deploy"].map(
            (step) => `arn:aws:iam::${accountId}:role/${prefixOf(environment)}-release-${step}`,
          ),
        },
      },
    },
  ];
}

function refuse(role: GithubDeployRole, { environment, repository, boundaryArn, state }: GithubDeployRoleArgs): void {
  refuseRepository(role, repository);
  if (state.bucketName.startsWith(`${prefixOf(environment)}-`))
    invalid(
      role,
      "state.bucketName",
      `"${state.bucketName}" begins like the buckets this role may delete`,
      "Keep the state in a bucket of the account's stack",
    );
  const { accountId } = environment.location;
  const policies = `arn:aws:iam::${accountId}:policy/`;
  if (!boundaryArn.startsWith(policies) || boundaryArn === policies)
    invalid(role, "boundaryArn", `"${boundaryArn}" is not a policy of this account`, `Write ${policies}<name>`);
  if (boundaryArn.startsWith(`${policies}${prefixOf(environment)}-`))
    invalid(
      role,
      "boundaryArn",
      "its name begins like the policies this role may change",
      `Name it otherwise, such as boundary-${prefixOf(environment)}`,
    );
}
