import * as pulumi from "@pulumi/pulumi";
import type { Location } from "./placement";
import { policyDocument } from "./policyDocument";

/**
 * Lets AWS's log delivery write into one log group, on behalf of our own account and region only: "Enable logging from AWS
 * services: Logs sent to CloudWatch Logs", Amazon CloudWatch Logs User Guide.
 */
export function logDeliveryPolicy(
  { accountId, region }: Location,
  groupArn: pulumi.Input<string>,
): pulumi.Output<string> {
  return policyDocument([
    {
      Sid: "Delivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${groupArn}:log-stream:*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:logs:${region}:${accountId}:*` },
      },
    },
  ]);
}
