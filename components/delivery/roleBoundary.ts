import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DeployRights } from "../shared/deployRights";
import { unboundActions } from "./deployStatements";
import { type Environment, prefixOf, type StateStore } from "./environment";
import { otherEnvironments } from "./otherEnvironments";

/** What no role of an environment needs: other accounts, other people's rights, the account's own settings. */
const NOT_OURS = ["account:*", "organizations:*", "sso:*", "sso-directory:*"];
/** All of IAM that changes something but handing a role to a service. */
const RIGHTS = [
  "Add",
  "Attach",
  "Create",
  "Deactivate",
  "Delete",
  "Detach",
  "Put",
  "Remove",
  "Set",
  "Update",
  "Upload",
];
const EVIDENCE = [
  "cloudtrail:Delete*",
  "cloudtrail:Put*",
  "cloudtrail:Stop*",
  "cloudtrail:Update*",
  "config:Delete*",
  "config:Stop*",
  "guardduty:Delete*",
  "securityhub:Disable*",
];

/** The name of an environment's boundary; outside of what its deploy role may change. */
export const boundaryNameOf = (environment: Pick<Environment, "project" | "stack">) =>
  `boundary-${environment.project}-${environment.stack}`;

export interface RoleBoundaryArgs {
  readonly environment: Environment;
  /** Pulumi's state, which the role that previews reads: that of its own stack. */
  readonly state: StateStore;
  /** Stacks whose state is there as well, the account's among them. */
  readonly otherStacks: readonly string[];
  /** How the names of buckets begin that are not the environment's: S3 does not tell IAM their tags. */
  readonly otherBuckets: readonly string[];
  /** Of every folder of components: what of them IAM can bind to no environment is taken away. */
  readonly rights: readonly DeployRights[];
}

/**
 * The permissions boundary of every role of one environment: a deploy role may make roles with it only, and so none that is
 * more powerful and none that reaches another environment. It grants nothing; it takes away what no role there needs. Belongs to the account's stack.
 */
export class RoleBoundary extends pulumi.ComponentResource {
  /** Whoever uses it waits until the policy is there. */
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: RoleBoundaryArgs, opts?: pulumi.ComponentResourceOptions) {
    // Functions are not for the engine; what they say is in the policy.
    super("telehealth:delivery:RoleBoundary", name, { ...args, rights: undefined }, opts);
    const { environment } = args;
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      {
        name: boundaryNameOf(environment),
        description: `What roles of ${environment.stack} can do at most`,
        policy: pulumi.jsonStringify(boundaryDocument(args)),
      },
      { parent: this },
    );
    this.arn = policy.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** Not a `policyDocument`, whose statements know no `NotAction`: in a policy that grants nothing it is no hole. */
export function boundaryDocument({ environment, state, otherStacks, otherBuckets, rights }: RoleBoundaryArgs) {
  const roles = `arn:aws:iam::${environment.location.accountId}:role/${prefixOf(environment)}-*`;
  const deny = { Effect: "Deny", Resource: "*" };
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "UpToTheRolesOwnPolicy", Effect: "Allow", NotAction: NOT_OURS, Resource: "*" },
      { ...deny, Sid: "NoRights", Action: RIGHTS.map((verb) => `iam:${verb}*`) },
      { Sid: "OnlyRolesOfThisEnvironment", Effect: "Deny", Action: "iam:PassRole", NotResource: roles },
      { ...deny, Sid: "NoAuditTrail", Action: EVIDENCE },
      // What IAM can bind to no environment, and no role of one needs.
      { ...deny, Sid: "NoWaysToKeys", Action: [...unboundActions(rights), "kms:*Alias"] },
      ...otherEnvironments(environment, state),
      ...stateStatementsOf(environment, state, otherStacks),
      {
        Sid: "BucketsOfOthers",
        Effect: "Deny",
        Action: "s3:*",
        Resource: otherBuckets.map((prefix) => `arn:aws:s3:::${prefix}-*`),
      },
    ],
  };
}

/** The state is only read here, and of it that of the own stack; its key decrypts through S3, or the own stack's secrets. */
function stateStatementsOf({ project, stack }: Environment, state: StateStore, others: readonly string[]) {
  const bucket = `arn:aws:s3:::${state.bucketName}`;
  const deny = { Effect: "Deny" };
  return [
    {
      ...deny,
      Sid: "StateIsRead",
      NotAction: ["s3:GetObject", "s3:ListBucket", "kms:Decrypt"],
      Resource: [bucket, `${bucket}/*`, state.kmsKeyArn],
    },
    {
      ...deny,
      Sid: "StateOfOthers",
      Action: "s3:*",
      Resource: others.flatMap((other) =>
        [`${other}.json*`, `${other}/*`].map((end) => `${bucket}/.pulumi/*/${project}/${end}`),
      ),
    },
    {
      ...deny,
      Sid: "SecretsOfOthers",
      Action: "kms:Decrypt",
      Resource: state.kmsKeyArn,
      Condition: {
        StringNotEquals: { "kms:EncryptionContext:stack": stack },
        Null: { "kms:ViaService": "true" },
      },
    },
  ];
}
