import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { trustServiceIfNamed } from "../shared/policyDocument";
import { regionsProblem } from "../shared/regions";

export interface ApiGatewayLoggingArgs {
  /** Of the stack. */
  readonly location: Location;
  /** Where APIs may be one day, the stack's region among them: a recovery has no time to learn that this is missing. */
  readonly regions: readonly string[];
}

/**
 * Lets API Gateway write logs at all, once per account and region: without it a stage with logging is refused. It stays
 * when the stack goes, because taking it away would silence the API of every environment.
 */
export class ApiGatewayLogging extends pulumi.ComponentResource {
  /** Once the settings hold. */
  public readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: ApiGatewayLoggingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:ApiGatewayLogging", name, args, opts);
    const { location, regions } = args;
    const { accountId } = location;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);
    const kept = { parent: this, retainOnDelete: true };
    const assumeRolePolicy = trustServiceIfNamed("apigateway.amazonaws.com", accountId);
    const role = new aws.iam.Role(`${name}-writer`, { assumeRolePolicy }, kept);
    const permission = new aws.iam.RolePolicyAttachment(
      `${name}-writer-may`,
      {
        role: role.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
      },
      kept,
    );
    const accounts = regions.map(
      (region) =>
        new aws.apigateway.Account(
          `${name}-${region}`,
          { cloudwatchRoleArn: role.arn, region },
          { ...kept, dependsOn: [permission] },
        ),
    );
    this.roleArn = accounts.reduce(after, role.arn);
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
