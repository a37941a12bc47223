import type { Target } from "./target";
import { ACCOUNT } from "./existing";

/** What AWS makes for a stack, so that it is in no state and carries no tag of ours; as the services name it. */
export function madeByAws(stack: string): Target[] {
  const prefix = `telehealth-${stack}`;
  const regional = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${rest}`;
  const made = (kind: string, arn: string, tags: Target["tags"] = {}): Target => ({ kind, arn, tags });
  if (stack === "account") return [made("apigateway:Account", "arn:aws:apigateway:us-east-1::/account")];
  return [
    made("secretsmanager:Secret", regional("secretsmanager", "secret:rds!cluster-0-AbCdEf"), {
      "aws:ResourceTag/aws:rds:primaryDBClusterArn": regional("rds", `cluster:${prefix}`),
    }),
    made("logs:log-group", regional("logs", "log-group:RDSOSMetrics")),
    made("cloudwatch:alarm", regional("cloudwatch", `alarm:TargetTracking-service/${prefix}/api-AlarmHigh-0`)),
    made("rds:target-group", regional("rds", "target-group:prx-tg-0")),
    made("rds:cluster-snapshot", regional("rds", `cluster-snapshot:rds:${prefix}-2026-11-30`)),
    made("rds:cluster-snapshot", regional("rds", "cluster-snapshot:awsbackup:job-0")),
    made("backup:recoveryPoint", regional("backup", "recovery-point:0")),
    made("ec2:network-acl", regional("ec2", "network-acl/acl-0")),
    made("ec2:network-interface", regional("ec2", "network-interface/eni-0")),
    made("ec2:dhcp-options", regional("ec2", "dhcp-options/dopt-0")),
  ];
}
