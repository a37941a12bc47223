import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Environment, prefixOf } from "./deployStatements";

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

/**
 * The permissions boundary of every role of one environment: a deploy role may make roles with it only, and so none that is
 * more powerful. It grants nothing; it takes away what nobody there needs. Belongs to the account's stack.
 */
export class RoleBoundary extends pulumi.ComponentResource {
  /** Whoever uses it waits until the policy is there. */
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: { readonly environment: Environment }, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:RoleBoundary", name, args, opts);
    const { environment } = args;
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      {
        name: boundaryNameOf(environment),
        description: `What roles of ${environment.stack} can do at most`,
        policy: JSON.stringify(boundaryDocument(environment)),
      },
      { parent: this },
    );
    this.arn = policy.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** Not a `policyDocument`, whose statements know no `NotAction`: in a policy that grants nothing it is no hole. */
export function boundaryDocument(environment: Environment) {
  const roles = `arn:aws:iam::${environment.location.accountId}:role/${prefixOf(environment)}-*`;
  const deny = { Effect: "Deny", Resource: "*" };
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "UpToTheRolesOwnPolicy", Effect: "Allow", NotAction: NOT_OURS, Resource: "*" },
      { ...deny, Sid: "NoRights", Action: RIGHTS.map((each) => `iam:${each}*`) },
      { Sid: "OnlyRolesOfThisEnvironment", Effect: "Deny", Action: "iam:PassRole", NotResource: roles },
      { ...deny, Sid: "NoAuditTrail", Action: EVIDENCE },
    ],
  };
}
