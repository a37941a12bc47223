import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface AliasRecordArgs {
  /** Full name, for example api.example.com. */
  readonly name: string;
  /** Hosted zone that `name` is in. */
  readonly hostedZoneId: pulumi.Input<string>;
  /** What the name leads to: `dnsName` and `zoneId` of a load balancer, or domain and hosted zone of a distribution. */
  readonly target: { readonly dnsName: pulumi.Input<string>; readonly zoneId: pulumi.Input<string> };
  /** Whether the target answers on IPv6 too: a distribution does, a load balancer only in a dual-stack VPC. */
  readonly ipv6: boolean;
  /** Answer with the target only while it has healthy members. Route 53 refuses true for CloudFront. @default false */
  readonly followHealth?: boolean;
}

/** A public name for something whose addresses AWS changes. */
export class AliasRecord extends pulumi.ComponentResource {
  public readonly fqdn: pulumi.Output<string>;

  constructor(name: string, args: AliasRecordArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:AliasRecord", name, args, opts);
    const { target, followHealth = false } = args;
    const record = (type: "A" | "AAAA") =>
      new aws.route53.Record(
        `${name}-${type.toLowerCase()}`,
        {
          type,
          name: args.name,
          zoneId: args.hostedZoneId,
          aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: followHealth }],
        },
        { parent: this },
      );
    const ipv4 = record("A");
    if (args.ipv6) record("AAAA");

    this.fqdn = ipv4.fqdn;
    this.registerOutputs({ fqdn: this.fqdn });
  }
}
