import type * as pulumi from "@pulumi/pulumi";
import { LogDelivery } from "../components/audit/logDelivery";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import type { Context } from "./context";

/** Names of the policies that let AWS write logs, for whoever has to wait for them. */
export interface LogDeliveries {
  readonly home: pulumi.Output<string>;
  /** Of us-east-1, where CloudFront and its firewalls log; `home` itself where the stack runs there. */
  readonly edge: pulumi.Output<string>;
}

/** How the names of log groups begin that AWS's log delivery writes into, AWS WAF's and Cognito's own apart. */
export const vendedLogs = ({ prefix }: Pick<Context, "prefix">, purpose: string) =>
  `/aws/vendedlogs/${prefix}/${purpose}`;

/** One policy in each region for all logs of this environment that AWS delivers. */
export function createLogDelivery(context: Context): LogDeliveries {
  const { location, prefix, opts } = context;
  const policyName = `${prefix}-log-delivery`;
  const firewalls = `aws-waf-logs-${prefix}-*`;
  const ours = vendedLogs(context, "*");
  const home = new LogDelivery(
    "log-delivery",
    { policyName, location, logGroupNames: [firewalls, ours, "/aws/vendedlogs/cognito/*"] },
    opts,
  ).policyName;
  if (location.region === EDGE_REGION) return { home, edge: home };
  const edge = { ...location, region: EDGE_REGION };
  return {
    home,
    edge: new LogDelivery("edge-log-delivery", { policyName, location: edge, logGroupNames: [firewalls, ours] }, opts)
      .policyName,
  };
}
