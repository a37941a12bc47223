import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** What a user without MFA may do: choose a password, and set up MFA. */
const OWN_PASSWORD = ["iam:ChangePassword", "iam:GetUser"];
const OWN_DEVICE = ["iam:EnableMFADevice", "iam:GetMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice"];
const LOOK = ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"];
/** Exchanges a code of the device for a session with MFA; so it is called without one. */
const SESSION = "sts:GetSessionToken";
const ENROLMENT = [...OWN_PASSWORD, ...OWN_DEVICE, ...LOOK, "iam:CreateVirtualMFADevice", SESSION];

export interface RequireMfaArgs {
  /** Name of the group in AWS. Everybody who signs in as an IAM user is put into it, by hand: people come and go. */
  readonly groupName: string;
  /** Account that the users are in. */
  readonly accountId: string;
  /** Seconds after which MFA has to be proved again, 900 to 43200. @default 3600 */
  readonly sessionSeconds?: number;
  /** Role -> ARN of a managed policy that members get beside, such as `OperatorAccess`. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * ARNs of roles that members may ask for, with `*` for any characters; who of them gets in is the role's own trust policy's
   * decision. @default none
   */
  readonly roleArns?: readonly pulumi.Input<string>[];
}

/** A group whose members can do nothing before they have proved who they are with a second factor: 45 CFR 164.312(d). */
export class RequireMfa extends pulumi.ComponentResource {
  /** For `aws iam add-user-to-group`. */
  public readonly groupName: pulumi.Output<string>;
  /** For users and roles outside the group. */
  public readonly policyArn: pulumi.Output<string>;

  constructor(name: string, args: RequireMfaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:RequireMfa", name, args, opts);
    const { groupName, accountId, sessionSeconds = 3600, policyArns = {}, roleArns = [] } = args;
    if (!/^[\w+=,.@-]{1,128}$/.test(groupName))
      invalid(this, "groupName", `"${groupName}" is not a name that IAM accepts`, "Use letters, digits and _+=,.@-");
    if (!Number.isInteger(sessionSeconds) || sessionSeconds < 900 || sessionSeconds > 43200)
      invalid(this, "sessionSeconds", `${sessionSeconds} is not a usable session length`, "Use 900 to 43200");

    const mine = { parent: this };
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      { description: "Nothing but setting up MFA without MFA", policy: mfaOnly(accountId, sessionSeconds, roleArns) },
      mine,
    );
    const group = new aws.iam.Group(`${name}-group`, { name: groupName }, mine);
    const attach = (role: string, policyArn: pulumi.Input<string>) =>
      new aws.iam.GroupPolicyAttachment(`${name}-${role}`, { group: group.name, policyArn }, mine);
    const required = attach("required", policy.arn);
    for (const [role, arn] of Object.entries(policyArns))
      new aws.iam.GroupPolicyAttachment(
        `${name}-may-${role}`,
        { group: group.name, policyArn: arn },
        // No moment in which the group gives something without asking for MFA.
        { ...mine, dependsOn: [required] },
      );

    this.groupName = group.name;
    this.policyArn = policy.arn;
    this.registerOutputs({ groupName: this.groupName, policyArn: this.policyArn });
  }
}

/**
 * Not a `policyDocument`: its statements know no `NotAction`, since beside "Allow" that would be a hole. Here it stands
 * beside "Deny", where a service of tomorrow is denied too.
 */
function mfaOnly(
  accountId: string,
  sessionSeconds: number,
  roleArns: readonly pulumi.Input<string>[],
): pulumi.Output<string> {
  const mine = (kind: string) => `arn:aws:iam::${accountId}:${kind}`;
  const user = mine("user/${aws:username}");
  const deny = { Effect: "Deny", NotAction: ENROLMENT, Resource: "*" };
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "Look", Effect: "Allow", Action: LOOK, Resource: "*" },
      { Sid: "OwnPassword", Effect: "Allow", Action: OWN_PASSWORD, Resource: user },
      { Sid: "OwnDevice", Effect: "Allow", Action: OWN_DEVICE, Resource: user },
      { Sid: "NewDevice", Effect: "Allow", Action: "iam:CreateVirtualMFADevice", Resource: mine("mfa/*") },
      ...(roleArns.length === 0
        ? []
        : [{ Sid: "TakeRoles", Effect: "Allow", Action: "sts:AssumeRole", Resource: [...roleArns] }]),
      // "IfExists": a call with an access key carries no word about MFA at all.
      { ...deny, Sid: "NothingWithoutMfa", Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } },
      {
        ...deny,
        Sid: "NothingAfterTheSession",
        Condition: { NumericGreaterThan: { "aws:MultiFactorAuthAge": String(sessionSeconds) } },
      },
    ],
  });
}
