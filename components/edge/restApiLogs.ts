import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup } from "../shared/logGroup";

export interface RestApiLogs {
  /** Key of the region whose policy lets CloudWatch Logs use it. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days that requests stay on record. */
  readonly logRetentionDays: number;
  /** true: AWS and Pulumi both refuse to delete the API and its logs; false for a disposable environment. */
  readonly deletionProtection: boolean;
}

/**
 * Who asked for which record, from where, and what came of it: 45 CFR 164.312(b). The user is the `sub` of the token, an
 * opaque id. No e-mail address or other claim, no query string, no body. No User-Agent: the caller writes it, and a quote
 * in it would break the line.
 */
export const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: "$context.requestId",
  extendedRequestId: "$context.extendedRequestId",
  time: "$context.requestTimeEpoch",
  ip: "$context.identity.sourceIp",
  user: "$context.authorizer.claims.sub",
  method: "$context.httpMethod",
  path: "$context.path",
  route: "$context.resourcePath",
  protocol: "$context.protocol",
  tls: "$context.tlsVersion",
  status: "$context.status",
  bytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  backendStatus: "$context.integration.status",
  backendLatencyMs: "$context.integration.latency",
  error: "$context.error.responseType",
  firewallStatus: "$context.waf.status",
  trace: "$context.xrayTraceId",
});

/** The log of requests, and the one that API Gateway keeps of its own work, both before the stage first writes. */
export function apiLogs(
  component: pulumi.Resource,
  name: string,
  apiId: pulumi.Output<string>,
  stage: string,
  settings: RestApiLogs,
): { access: aws.cloudwatch.LogGroup; execution: aws.cloudwatch.LogGroup } {
  return {
    access: logGroup(component, `${name}-access`, settings),
    // AWS's fixed name for it. Whoever is late finds it created: unencrypted, and kept for ever.
    execution: logGroup(component, `${name}-execution`, settings, {
      name: pulumi.interpolate`API-Gateway-Execution-Logs_${apiId}/${stage}`,
    }),
  };
}
