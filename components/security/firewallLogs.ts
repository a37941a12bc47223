import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { type LogSettings, logGroup } from "../shared/logGroup";

export interface FirewallLogs extends LogSettings {
  /** Of the web ACL, the log group and its key alike. */
  readonly region: string;
  readonly webAclArn: pulumi.Input<string>;
  readonly metricName: string;
  /** `LogDelivery.policyName`: AWS tries whether it may write when it is told to. */
  readonly logDeliveryPolicy: pulumi.Input<string>;
}

/** Headers that let whoever reads them act as the user. In lowercase, as AWS compares them. */
const CREDENTIALS = ["authorization", "cookie"];

/**
 * What nobody gets to see. The query string has what people search for and the signatures of recordings; of the body, a
 * rule quotes the words that it matched, which are words of a note. `redactedFields` is for the logs alone: this also
 * covers the sampled requests in the console and those quotations.
 */
export const PROTECTED_DATA = {
  dataProtections: [
    { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: CREDENTIALS } },
    { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
    { action: "SUBSTITUTION", field: { fieldType: "BODY" } },
  ],
};

const REDACTED_FIELDS = [...CREDENTIALS.map((name) => ({ singleHeader: { name } })), { queryString: {} }];

/** Every request that a firewall has judged, in an encrypted log group: 45 CFR 164.312(b). */
export function firewallLogs(
  component: pulumi.Resource,
  name: string,
  logs: FirewallLogs,
): aws.wafv2.WebAclLoggingConfiguration {
  const { region, metricName, logDeliveryPolicy } = logs;
  // AWS WAF writes to no group of another name: "Sending web ACL traffic logs to CloudWatch Logs".
  const group = logGroup(component, `${name}-logs`, logs, { region, name: `aws-waf-logs-${metricName}` });
  return new aws.wafv2.WebAclLoggingConfiguration(
    `${name}-logging`,
    {
      region,
      resourceArn: logs.webAclArn,
      logDestinationConfigs: [after(group.arn, logDeliveryPolicy)],
      redactedFields: REDACTED_FIELDS,
    },
    { parent: component },
  );
}
