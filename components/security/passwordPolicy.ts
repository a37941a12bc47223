import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

export interface PasswordPolicyArgs {
  /** Characters, 14 to 128. @default 14: CIS AWS Foundations Benchmark, "minimum length of 14" */
  readonly minimumLength?: number;
  /** Days until a password has to be changed, 1 to 1095. @default 90: parameter of AWS Config's HIPAA Security pack */
  readonly maxAgeDays?: number;
}

/**
 * What passwords of IAM users must be like. Once per account: for the account's own stack, never an environment's.
 * Patients and staff are Cognito's and know nothing of it. 45 CFR 164.308(a)(5)(ii)(D).
 */
export class PasswordPolicy extends pulumi.ComponentResource {
  constructor(name: string, args: PasswordPolicyArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:PasswordPolicy", name, args, opts);
    const { minimumLength = 14, maxAgeDays = 90 } = args;
    if (!Number.isInteger(minimumLength) || minimumLength < 14 || minimumLength > 128)
      invalid(this, "minimumLength", `${minimumLength} is too weak or refused by IAM`, "Use 14 to 128");
    if (!Number.isInteger(maxAgeDays) || maxAgeDays < 1 || maxAgeDays > 1095)
      invalid(this, "maxAgeDays", `${maxAgeDays} is refused by IAM`, "Use 1 to 1095");

    new aws.iam.AccountPasswordPolicy(
      `${name}-policy`,
      {
        minimumPasswordLength: minimumLength,
        maxPasswordAge: maxAgeDays,
        // The most that IAM remembers.
        passwordReusePrevention: 24,
        requireLowercaseCharacters: true,
        requireUppercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        allowUsersToChangePassword: true,
        // An expired password can still be changed by its owner: else the last administrator locks himself out.
        hardExpiry: false,
      },
      // Destroying would leave the account with AWS's own policy of eight characters.
      { parent: this, retainOnDelete: true },
    );
    this.registerOutputs({});
  }
}
