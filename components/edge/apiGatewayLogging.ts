import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import type { Location } from "../shared/placement";
import { trustServiceIfNamed } from "../shared/policyDocument";

export interface ApiGatewayLoggingArgs {
  readonly location: Location;
}

/**
 * Lets API Gateway write logs at all, once per account and region: without it a stage with logging is refused. It stays
 * when the stack goes, because taking it away would silence the API of every environment.
 */
export class ApiGatewayLogging extends pulumi.ComponentResource {
  /** Once the setting holds. */
  public readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: ApiGatewayLoggingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:ApiGatewayLogging", name, args, opts);
    const { accountId, region } = args.location;
    const kept = { parent: this, retainOnDelete: true };
    const assumeRolePolicy = trustServiceIfNamed("apigateway.amazonaws.com", accountId);
    const role = new aws.iam.Role(`${name}-writer`, { assumeRolePolicy }, kept);
    const may = new aws.iam.RolePolicyAttachment(
      `${name}-writer-may`,
      {
        role: role.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
      },
      kept,
    );
    const account = new aws.apigateway.Account(
      `${name}-account`,
      { cloudwatchRoleArn: role.arn, region },
      { ...kept, dependsOn: [may] },
    );
    this.roleArn = after(role.arn, account);
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
