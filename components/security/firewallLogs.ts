import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type LogSettings, logGroup } from "../shared/logGroup";
import { logDeliveryPolicy } from "../shared/logDelivery";

export interface FirewallLogs extends LogSettings {
  readonly accountId: string;
  /** Of the web ACL, the log group and its key alike. */
  readonly region: string;
  readonly webAclArn: pulumi.Input<string>;
  readonly metricName: string;
}

/** Headers that let whoever reads them act as the user. In lower case, as AWS compares them. */
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
  const { region, metricName } = logs;
  const mine = { parent: component };
  // AWS WAF writes to no group of another name: "Sending web ACL traffic logs to CloudWatch Logs".
  const group = logGroup(component, `${name}-logs`, logs, { region, name: `aws-waf-logs-${metricName}` });
  // Without it AWS writes such a policy itself, with the rights of whoever deploys, and never removes it.
  const delivery = new aws.cloudwatch.LogResourcePolicy(
    `${name}-delivery`,
    { region, policyName: `aws-waf-logs-${metricName}`, policyDocument: logDeliveryPolicy(logs, group.arn) },
    mine,
  );
  return new aws.wafv2.WebAclLoggingConfiguration(
    `${name}-logging`,
    { region, resourceArn: logs.webAclArn, logDestinationConfigs: [group.arn], redactedFields: REDACTED_FIELDS },
    { ...mine, dependsOn: [delivery] },
  );
}
