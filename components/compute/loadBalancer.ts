import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Placement } from "../shared/placement";
import { refuseLongName } from "./shortName";

/**
 * TLS 1.2 and 1.3 only; the default of AWS still is a policy of 2016. AWS now recommends its post-quantum successor
 * ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, which drops CBC ciphers: change it here when no client needs them.
 */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
/** Two years, as browsers' preload lists ask for. */
const HSTS = "max-age=63072000; includeSubDomains";

interface CommonArgs {
  /** Public subnets for exposure "public", private ones for "internal"; two Availability Zones at least. */
  readonly placement: Placement;
  /** Issued and validated certificate of this region: pass the ARN of the validation, not of the request. */
  readonly certificateArn: pulumi.Input<string>;
  /**
   * Bucket of the same region, encrypted with SSE-S3 (AWS writes to no other) whose policy lets Elastic Load Balancing
   * write. AWS tests that on creation: pass an output that waits for the policy, as AccessLogBucket's name does, or name
   * the policy in `dependsOn`. The log has full URLs: nothing about a patient may be in a path or a query string.
   */
  readonly accessLogBucket: pulumi.Input<string>;
  /** Folder in the bucket, without slashes around it. It may not contain "AWSLogs", which AWS adds. */
  readonly accessLogPrefix: string;
  /** true: neither AWS nor Pulumi deletes the load balancer, whose address is in DNS and in firewalls. */
  readonly deletionProtection: boolean;
  /**
   * Seconds a connection may be silent. At least the longest request; the application's own keep-alive must be longer,
   * or it closes connections the load balancer is about to use (502). @default 60
   */
  readonly idleTimeoutSeconds?: number;
}

export type LoadBalancerArgs = CommonArgs &
  (
    | { /** Anybody on the internet: 443, and 80 to redirect. */ readonly exposure: "public" }
    | {
        /** Only the callers listed, and only on 443. */
        readonly exposure: "internal";
        /** Caller's role -> its security group, for example the VPC link of the API. */
        readonly allowFrom: Readonly<Record<string, pulumi.Input<string>>>;
      }
  );

/**
 * The entry to the containers: TLS, logged, and closed until a service adds a listener rule.
 * IPv4 only, as the VPC is.
 */
export class LoadBalancer extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;
  /** What CloudWatch calls the dimension LoadBalancer. */
  public readonly arnSuffix: pulumi.Output<string>;
  public readonly dnsName: pulumi.Output<string>;
  /** Hosted zone of `dnsName`, for an alias record. */
  public readonly zoneId: pulumi.Output<string>;
  public readonly securityGroupId: pulumi.Output<string>;
  public readonly httpsListenerArn: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:LoadBalancer", name, args, opts);
    const { placement, accessLogBucket: bucket, accessLogPrefix: prefix, deletionProtection } = args;
    const { idleTimeoutSeconds = 60 } = args;
    refuseLongName(this, name, `${name}-lb`);
    if (prefix.includes("AWSLogs") || /^\/|\/$|^$/.test(prefix))
      invalid(this, "accessLogPrefix", `"${prefix}" is refused by AWS`, "Use a plain folder such as alb/api");
    if (idleTimeoutSeconds < 1 || idleTimeoutSeconds > 4000)
      invalid(this, "idleTimeoutSeconds", `${idleTimeoutSeconds} is out of range`, "Use 1 to 4000");

    const mine = { parent: this };
    const { id: securityGroupId } = new aws.ec2.SecurityGroup(
      `${name}-sg`,
      { vpcId: placement.vpcId, description: "Load balancer" },
      mine,
    );
    const doors = callers(args).map(
      ([role, port, source]) =>
        new aws.vpc.SecurityGroupIngressRule(
          `${name}-from-${role}`,
          { securityGroupId, ipProtocol: "tcp", fromPort: port, toPort: port, description: role, ...source },
          mine,
        ),
    );
    const logs = { enabled: true, bucket, prefix };
    const balancer = new aws.lb.LoadBalancer(
      `${name}-lb`,
      {
        loadBalancerType: "application",
        internal: args.exposure === "internal",
        ipAddressType: "ipv4",
        subnets: placement.subnetIds,
        securityGroups: [securityGroupId],
        enableDeletionProtection: deletionProtection,
        dropInvalidHeaderFields: true,
        // "strictest" also refuses harmless oddities of webhook senders; this refuses what could smuggle a request.
        desyncMitigationMode: "defensive",
        // A client cannot replace the address that the audit log shows, only add one in front of it.
        xffHeaderProcessingMode: "append",
        idleTimeout: idleTimeoutSeconds,
        accessLogs: logs,
        connectionLogs: logs,
      },
      { parent: this, protect: deletionProtection, dependsOn: opts?.dependsOn ?? [] },
    );
    if (args.exposure === "public") redirectToHttps(this, name, balancer.arn);
    const https = new aws.lb.Listener(
      `${name}-https`,
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        certificateArn: args.certificateArn,
        sslPolicy: TLS_POLICY,
        routingHttpResponseServerEnabled: false,
        routingHttpResponseStrictTransportSecurityHeaderValue: HSTS,
        routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
        defaultActions: [
          { type: "fixed-response", fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "" } },
        ],
      },
      { parent: this, dependsOn: doors },
    );

    this.arn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.securityGroupId = securityGroupId;
    this.httpsListenerArn = https.arn;
    this.registerOutputs({ arn: this.arn, dnsName: this.dnsName, httpsListenerArn: this.httpsListenerArn });
  }
}

type Source = { readonly cidrIpv4: string } | { readonly referencedSecurityGroupId: pulumi.Input<string> };

/** Role, port and address of everybody who may connect. */
function callers(args: LoadBalancerArgs): [role: string, port: number, source: Source][] {
  if (args.exposure === "internal")
    return Object.entries(args.allowFrom).map(([role, id]) => [role, 443, { referencedSecurityGroupId: id }]);
  const world = { cidrIpv4: "0.0.0.0/0" };
  return [
    ["world", 443, world],
    ["world-http", 80, world],
  ];
}

function redirectToHttps(component: pulumi.Resource, name: string, loadBalancerArn: pulumi.Input<string>): void {
  const redirect = { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" };
  new aws.lb.Listener(
    `${name}-http`,
    { loadBalancerArn, port: 80, protocol: "HTTP", defaultActions: [{ type: "redirect", redirect }] },
    { parent: component },
  );
}
