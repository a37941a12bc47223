import { rule } from "../rule";
import { fieldsAt } from "../shared/keyTable";

/** Where each type says that it logs. What is not written is another rule's matter; what is switched off is one here. */
const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  "aws:lb/loadBalancer:LoadBalancer": ["accessLogs?.enabled"],
  "aws:elb/loadBalancer:LoadBalancer": ["accessLogs?.enabled?"],
  "aws:msk/cluster:Cluster": [
    "loggingInfo?.brokerLogs.cloudwatchLogs?.enabled",
    "loggingInfo?.brokerLogs.s3?.enabled",
    "loggingInfo?.brokerLogs.firehose?.enabled",
  ],
  "aws:mq/broker:Broker": ["logs?.general?", "logs?.audit?"],
  "aws:opensearch/domain:Domain": ["logPublishingOptions?.enabled?"],
  "aws:elasticsearch/domain:Domain": ["logPublishingOptions?.enabled?"],
  "aws:codebuild/project:Project": ["logsConfig?.cloudwatchLogs?.status?"],
  "aws:sfn/stateMachine:StateMachine": ["loggingConfiguration?.level?"],
  "aws:ecs/cluster:Cluster": ["configuration?.executeCommandConfiguration?.logging?"],
  "aws:mwaa/environment:Environment": [
    "loggingConfiguration?.taskLogs?.enabled?",
    "loggingConfiguration?.webserverLogs?.enabled?",
  ],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    "extendedS3Configuration?.cloudwatchLoggingOptions?.enabled?",
  ],
  "aws:ec2/vpnConnection:VpnConnection": ["tunnel1LogOptions?.cloudwatchLogOptions?.logEnabled?"],
  "aws:ec2clientvpn/endpoint:Endpoint": ["connectionLogOptions.enabled"],
  "aws:wafv2/webAcl:WebAcl": ["visibilityConfig?.cloudwatchMetricsEnabled?"],
};
const OFF = /^(false|off|none|disabled)$/i;

export const loggingSwitchedOff = rule({
  id: "logging-switched-off",
  title: "No service's own logging is disabled",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Switch it on",
  types: Object.keys(SWITCHES),
  check: (resource) =>
    (SWITCHES[resource.type] ?? []).flatMap((path) =>
      fieldsAt(resource.at(), path).map((each) => {
        if (each.unknown) return each.later();
        return each.absent || OFF.test(String(each.flag ?? each.text ?? ""))
          ? each.refuse("activity here is not logged")
          : undefined;
      }),
    ),
});
