import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";

/** Seconds; the shorter of the two intervals AWS has. An incident is read by the minute: AWS, "Flow log records". */
const AGGREGATION_SECONDS = 60;

export interface FlowLogSpec {
  readonly vpcId: pulumi.Input<string>;
  readonly location: Location;
  readonly logKmsKeyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
}

/** Records every accepted and refused connection of a VPC, as children of `parent`: 45 CFR 164.312(b). */
export function recordFlows(parent: pulumi.Resource, name: string, spec: FlowLogSpec): void {
  const { vpcId, location, logKmsKeyArn, logRetentionDays } = spec;
  const mine = { parent };
  const group = new aws.cloudwatch.LogGroup(
    `${name}-flows`,
    { retentionInDays: logRetentionDays, kmsKeyId: logKmsKeyArn },
    mine,
  );
  const role = new aws.iam.Role(
    `${name}-flows`,
    { assumeRolePolicy: trustService("vpc-flow-logs.amazonaws.com", location.accountId) },
    mine,
  );
  const write = new aws.iam.RolePolicy(
    `${name}-flows`,
    {
      role: role.name,
      policy: policyDocument([
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
          Resource: [group.arn, pulumi.interpolate`${group.arn}:*`],
        },
      ]),
    },
    mine,
  );
  new aws.ec2.FlowLog(
    `${name}-flows`,
    {
      vpcId,
      trafficType: "ALL",
      maxAggregationInterval: AGGREGATION_SECONDS,
      logDestination: group.arn,
      iamRoleArn: role.arn,
    },
    { ...mine, dependsOn: write },
  );
}
