import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { EDGE_REGION } from "../shared/edgeRegion";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import type { Purpose } from "./firewallGroups";
import { firewallLogs, PROTECTED_DATA } from "./firewallLogs";
import { type FirewallRule, firewallRules, requiredCapacity, type Traffic } from "./firewallRules";

/** Beyond it every million requests costs more: AWS WAF pricing. */
const INCLUDED_CAPACITY = 1500;
/** "RateBasedStatement", AWS WAF API Reference. */
const SMALLEST_LIMIT = 10;
/** AWS WAF refuses a new web ACL for some minutes after it was made (WAFUnavailableEntityException). */
const UNTIL_PROPAGATED = { create: "15m" };

const SCOPES: Readonly<Record<Purpose, "REGIONAL" | "CLOUDFRONT">> = {
  api: "REGIONAL",
  "sign-in": "REGIONAL",
  web: "CLOUDFRONT",
  recordings: "CLOUDFRONT",
};

export interface FirewallArgs {
  /** What is behind it. Decides the rules, and with them scope and region. */
  readonly traffic: Traffic;
  /**
   * Role -> ARN of each thing behind it, at most one firewall each: API stages (REST only) and load balancers for "api",
   * user pools for "sign-in", Amplify apps for "web". Empty for "recordings": a CloudFront distribution names its
   * firewall itself, in `webAclId`. May be late: only the associations wait for it.
   */
  readonly protects: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Its name in CloudWatch, and that of its logs after `aws-waf-logs-`. Include the stack: two firewalls of an account
   * and region would share their metrics and fight for the log group.
   */
  readonly metricName: string;
  /** Of the stack. */
  readonly location: Location;
  /**
   * Requests that one address may send in five minutes. @default 2000, 100 for "sign-in"; see RATE_LIMITS. A sign-in
   * with a second factor takes three requests: raise it where more than thirty people come to work behind one address
   */
  readonly rateLimit?: number;
  /** Key of the firewall's region (us-east-1 for "web" and "recordings") that CloudWatch Logs may use. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /**
   * `LogDelivery.policyName` of the firewall's region, for log groups named `aws-waf-logs-<metricName>`: requests are
   * logged, and what is protected let in, once AWS may write.
   */
  readonly logDeliveryPolicy: pulumi.Input<string>;
  /** Days that requests stay on record. */
  readonly logRetentionDays: number;
  /** True keeps AWS and Pulumi from deleting the logs. */
  readonly deletionProtection: boolean;
}

/** Refuses attacks, floods and bots before they reach the platform, and keeps a record of it without credentials. */
export class Firewall extends pulumi.ComponentResource {
  /** Whoever uses it waits until requests are logged. */
  public readonly arn: pulumi.Output<string>;
  /** The `WebACL` dimension of its metrics, whose `Rule` is this name, a hyphen and the rule's. */
  public readonly metricName: string;

  constructor(name: string, args: FirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    // A component, and so each of its children, waits for what it is given: what it protects may be made later.
    const { protects, ...early } = args;
    super("telehealth:security:Firewall", name, early, opts);
    const { traffic, metricName, location } = args;
    const rules = firewallRules(traffic, args.rateLimit);
    refuseBadFirewall(this, args, rules);

    const mine = { parent: this };
    const scope = SCOPES[traffic.purpose];
    const region = scope === "CLOUDFRONT" ? EDGE_REGION : location.region;
    const acl = new aws.wafv2.WebAcl(
      `${name}-acl`,
      {
        region,
        scope,
        description: `What may reach ${traffic.purpose}`,
        defaultAction: { allow: {} },
        rules: rules.map((rule, priority) => ({
          ...rule.rule,
          name: rule.name,
          priority,
          visibilityConfig: measuredAs(`${metricName}-${rule.name}`),
        })),
        dataProtectionConfig: PROTECTED_DATA,
        visibilityConfig: measuredAs(metricName),
      },
      mine,
    );
    const logging = firewallLogs(this, name, { ...args, region, webAclArn: acl.arn });
    for (const [role, resourceArn] of Object.entries(protects))
      new aws.wafv2.WebAclAssociation(
        `${name}-${role}`,
        { region, resourceArn, webAclArn: acl.arn },
        { ...mine, dependsOn: [logging], customTimeouts: UNTIL_PROPAGATED },
      );

    this.arn = after(acl.arn, logging);
    this.metricName = metricName;
    this.registerOutputs({ arn: this.arn, metricName });
  }
}

const measuredAs = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

function refuseBadFirewall(component: pulumi.Resource, args: FirewallArgs, rules: readonly FirewallRule[]): void {
  const { traffic, protects, metricName, rateLimit } = args;
  // The longest rule name and its hyphen come after it, and 128 characters is all that AWS takes.
  if (!/^[\w-]{1,100}$/.test(metricName))
    invalid(
      component,
      "metricName",
      `"${metricName}" is not a metric's name`,
      "Use up to 100 letters, digits, - and _",
    );

  const roles = Object.keys(protects);
  if (traffic.purpose === "recordings" && roles.length > 0)
    invalid(
      component,
      `protects.${roles.join()}`,
      "CloudFront takes no association",
      "Set the distribution's webAclId to this ARN",
    );
  if (traffic.purpose !== "recordings" && roles.length === 0)
    invalid(component, "protects", "nothing is behind this firewall", "Name what it protects and its ARN");

  refuseBadLimit(component, "rateLimit", rateLimit);
  if (traffic.purpose === "api") {
    refuseBadLimit(component, "traffic.userLimit", traffic.userLimit);
    const { webhookPaths = [], uploadPaths = [] } = traffic;
    refuseBadPaths(component, "traffic.webhookPaths", webhookPaths);
    refuseBadPaths(component, "traffic.uploadPaths", uploadPaths);
  }
  const needed = requiredCapacity(rules);
  if (needed > INCLUDED_CAPACITY)
    invalid(
      component,
      "traffic",
      `the rules need ${needed} capacity units, and ${INCLUDED_CAPACITY} are included`,
      "Give webhooks and uploads fewer paths, with a common beginning",
    );
}

function refuseBadLimit(component: pulumi.Resource, field: string, limit: number | undefined): void {
  if (limit !== undefined && (!Number.isInteger(limit) || limit < SMALLEST_LIMIT))
    invalid(
      component,
      field,
      `${limit} requests in five minutes is not a limit that AWS accepts`,
      "Use a whole number, 10 or more",
    );
}

function refuseBadPaths(component: pulumi.Resource, field: string, paths: readonly string[]): void {
  const bad = paths.find((path) => !/^\/[\w.~-]+(\/[\w.~-]+)*\/?$/.test(path));
  if (bad !== undefined)
    invalid(component, field, `"${bad}" is not the beginning of some paths`, "Write for example /webhooks/");
}
