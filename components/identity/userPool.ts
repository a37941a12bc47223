import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import { logGroup } from "../shared/logGroup";
import { retentionFix } from "../shared/logRetention";
import type { Location } from "../shared/placement";
import { SCHEMAS } from "./attributes";
import { FEDERATION_FIX, type Federation, federationProblem } from "./federation";
import { createSmsRole } from "./smsRole";
import { createSpaClient } from "./spaClient";
import { createRiskResponse, exportedEvents, planSettings, type ThreatProtection } from "./threatProtection";
import { createUserGroups } from "./userGroups";

/** At least 12 characters of four classes. A temporary password travels by mail, so it is short-lived. */
const PASSWORDS = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 3,
  passwordHistorySize: 5,
};

export interface SesSender {
  /** ARN of a verified identity of an account that is out of the SES sandbox. */
  readonly sourceArn: pulumi.Input<string>;
  /** Such as "Clinic <no-reply@example.com>". */
  readonly from: string;
}

export interface UserPoolArgs {
  readonly location: Location;
  /** On: neither AWS nor Pulumi deletes the pool. Its users, passwords and second factors cannot be restored. */
  readonly deletionProtection: boolean;
  /**
   * Every user has a second factor; this says which. Text messages cost money, need a registered sender number in the USA
   * and never leave the pool again (AWS keeps the setting), so TOTP always works too. @default "totp-or-sms"
   */
  readonly secondFactor?: "totp" | "totp-or-sms";
  /** "audit" and "enforced" need the Plus plan, which costs several times as much per active user. @default "off" */
  readonly threatProtection?: ThreatProtection;
  /** Who mails invitations and codes. @default Cognito itself, which stops after 50 mails a day */
  readonly email?: SesSender;
  /** Sign-in with other accounts. @default none: see what it gives up */
  readonly federation?: Federation;
  /** Customer-managed key that CloudWatch Logs may use. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days; one of the values CloudWatch Logs knows. */
  readonly logRetentionDays: number;
  /**
   * `LogDelivery.policyName`, for log groups named `/aws/vendedlogs/cognito/*`. @default none: Cognito then writes a policy of
   * its own, with the rights of whoever deploys
   */
  readonly logDeliveryPolicy?: pulumi.Input<string>;
}

/** Who may sign in: by e-mail and with two factors, invited by an administrator, in a role they cannot choose. */
export class UserPool extends pulumi.ComponentResource {
  public readonly userPoolId: pulumi.Output<string>;
  public readonly userPoolArn: pulumi.Output<string>;
  public readonly clientId: pulumi.Output<string>;
  /** "cognito-idp.<region>.amazonaws.com/<id>": the provider's name for an identity pool; with https://, the issuer. */
  public readonly endpoint: pulumi.Output<string>;

  constructor(name: string, args: UserPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:identity:UserPool", name, args, opts);
    const { location, deletionProtection: keep, secondFactor = "totp-or-sms", threatProtection = "off" } = args;
    const fix = retentionFix(args.logRetentionDays);
    if (fix !== undefined) invalid(this, "logRetentionDays", `${args.logRetentionDays} is not offered by AWS`, fix);
    const problem = args.federation && federationProblem(args.federation);
    if (problem !== undefined) invalid(this, "federation", problem, FEDERATION_FIX);

    const mine = { parent: this };
    const sms = secondFactor === "totp" ? undefined : createSmsRole(this, name, location);
    // A changed address counts once it is verified: it is where the password is reset, and where codes are sent.
    const verified = sms === undefined ? ["email"] : ["email", "phone_number"];
    const pool = new aws.cognito.UserPool(
      `${name}-pool`,
      {
        usernameAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        autoVerifiedAttributes: verified,
        userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: verified },
        mfaConfiguration: "ON",
        softwareTokenMfaConfiguration: { enabled: true },
        ...(sms && { smsConfiguration: sms.smsConfiguration }),
        // No deviceConfiguration: a remembered device would stand in for the second factor.
        passwordPolicy: PASSWORDS,
        // Not by text message: one phone would then be both factors.
        accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
        schemas: SCHEMAS,
        emailConfiguration: emailSettings(args.email),
        ...planSettings(threatProtection),
        deletionProtection: keep ? "ACTIVE" : "INACTIVE",
      },
      // AWS only ever adds attributes, and a difference it reports back would replace the pool with all its users.
      { ...mine, protect: keep, ignoreChanges: ["schemas"], dependsOn: sms === undefined ? [] : [sms.permission] },
    );
    const client = createSpaClient(this, name, pool.id, args.federation);
    createUserGroups(this, name, pool.id);
    if (threatProtection === "enforced") createRiskResponse(this, name, pool.id);
    // For this prefix one resource policy serves all groups; for others AWS runs out of room in it.
    const logName = pulumi.interpolate`/aws/vendedlogs/cognito/${pool.id}`;
    const { logKmsKeyArn: logKmsKeyArn, logRetentionDays, deletionProtection } = args;
    const log = logGroup(
      this,
      `${name}-log`,
      { logKmsKeyArn, logRetentionDays, deletionProtection },
      { name: logName },
    );
    const logGroupArn = args.logDeliveryPolicy === undefined ? log.arn : after(log.arn, args.logDeliveryPolicy);
    const cloudWatchLogsConfiguration = { logGroupArn };
    const logConfigurations = exportedEvents(threatProtection).map((configuration) => ({
      ...configuration,
      cloudWatchLogsConfiguration,
    }));
    new aws.cognito.LogDeliveryConfiguration(`${name}-events`, { userPoolId: pool.id, logConfigurations }, mine);

    this.userPoolId = pool.id;
    this.userPoolArn = pool.arn;
    this.clientId = client.id;
    this.endpoint = pool.endpoint;
    this.registerOutputs({ userPoolId: this.userPoolId, clientId: this.clientId });
  }
}

function emailSettings(email: SesSender | undefined): aws.types.input.cognito.UserPoolEmailConfiguration {
  if (email === undefined) return { emailSendingAccount: "COGNITO_DEFAULT" };
  return { emailSendingAccount: "DEVELOPER", sourceArn: email.sourceArn, fromEmailAddress: email.from };
}
