import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";

/** "DescribeResourcePolicies", CloudWatch Logs API Reference: characters that a policy document may have. */
const MOST_CHARACTERS = 5120;

export interface LogDeliveryArgs {
  /** Unique in the account and region: a policy of the same name is overwritten without an error. */
  readonly policyName: string;
  /** Account, and the region that the log groups are in. */
  readonly location: Location;
  /** Names of log groups; `*` stands for any characters. They need not exist yet. */
  readonly logGroupNames: readonly [string, ...string[]];
}

/**
 * Lets AWS's log delivery (of AWS WAF, CloudFront, Cognito and others) write into log groups, on behalf of our own account
 * only: "Enabling logging from AWS services", CloudWatch Logs User Guide. One for all groups of an environment, because an
 * account has room for ten of these in a region: "PutResourcePolicy", CloudWatch Logs API Reference. Without it AWS writes
 * a policy of its own, with the rights of whoever deploys, and never removes it.
 */
export class LogDelivery extends pulumi.ComponentResource {
  /** Whoever uses it waits until the policy is there. */
  public readonly policyName: pulumi.Output<string>;

  constructor(name: string, args: LogDeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:LogDelivery", name, args, opts);
    const { policyName, location, logGroupNames } = args;
    const { accountId, region } = location;
    const statement = {
      Sid: "Delivery",
      Effect: "Allow" as const,
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: logGroupNames.map((group) => `arn:aws:logs:${region}:${accountId}:log-group:${group}:log-stream:*`),
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:logs:${region}:${accountId}:*` },
      },
    };
    if (JSON.stringify([statement]).length > MOST_CHARACTERS)
      invalid(
        this,
        "logGroupNames",
        "they fill more than one policy",
        "Give the groups a common beginning, and name that",
      );
    const policy = new aws.cloudwatch.LogResourcePolicy(
      `${name}-policy`,
      { region, policyName, policyDocument: policyDocument([statement]) },
      { parent: this },
    );
    this.policyName = after(pulumi.output(policyName), policy);
    this.registerOutputs({ policyName: this.policyName });
  }
}
