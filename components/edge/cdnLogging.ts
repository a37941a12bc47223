import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { EDGE_REGION } from "../shared/edgeRegion";
import { logGroup } from "../shared/logGroup";

const region = EDGE_REGION;

/**
 * All that an audit asks for, and no cs-uri-query, cs(Referer) or cs(Cookie): they hold the signature of the URL, and
 * whoever reads the log could play the recording. Who asked for the URL is in the log of the API, which signed it.
 */
const FIELDS = [
  "date",
  "time",
  "x-edge-location",
  "sc-bytes",
  "c-ip",
  "cs-method",
  "cs(Host)",
  "cs-uri-stem",
  "sc-status",
  "cs(User-Agent)",
  "x-edge-result-type",
  "x-edge-request-id",
  "cs-protocol",
  "time-taken",
  "ssl-protocol",
  "ssl-cipher",
  "cs-protocol-version",
  "x-edge-detailed-result-type",
  "sc-range-start",
  "sc-range-end",
];

export interface CdnLogs {
  /** Of the log group; include the stack. Under `/aws/vendedlogs/`, where AWS's log delivery belongs. */
  readonly logGroupName: string;
  /** `LogDelivery.policyName` of us-east-1, for this log group: requests are logged once AWS may write. */
  readonly logDeliveryPolicy: pulumi.Input<string>;
  /** Key of us-east-1, whatever the region of the stack, whose policy lets CloudWatch Logs use it. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days that requests stay on record. */
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
}

/**
 * Standard logging v2 to an encrypted log group. Not to S3: the bucket would need delivery statements in a policy this
 * component does not own, could not use our key, and would be out of reach of Logs Insights. Not the older
 * `loggingConfig`: it needs a bucket with ACLs.
 */
export function cdnLogging(
  component: pulumi.Resource,
  name: string,
  distributionArn: pulumi.Input<string>,
  settings: CdnLogs,
): void {
  const mine = { parent: component };
  const group = logGroup(component, `${name}-logs`, settings, { region, name: settings.logGroupName });
  const source = new aws.cloudwatch.LogDeliverySource(
    `${name}-requests`,
    { region, logType: "ACCESS_LOGS", resourceArn: distributionArn },
    mine,
  );
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    `${name}-group`,
    {
      region,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: after(group.arn, settings.logDeliveryPolicy) },
    },
    mine,
  );
  new aws.cloudwatch.LogDelivery(
    `${name}-link`,
    { region, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, recordFields: FIELDS },
    mine,
  );
}
