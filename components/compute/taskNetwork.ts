import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** One destination a task may open connections to. */
export type Egress = { readonly port: number } & (
  { readonly securityGroupId: pulumi.Input<string> } | { readonly cidrIpv4: string }
);

export interface TaskNetwork {
  readonly securityGroupId: pulumi.Output<string>;
  readonly rules: readonly pulumi.Resource[];
}

/**
 * A security group that lets nobody in, and out only by HTTPS (AWS itself, and payment, SMS and form services behind
 * changing addresses) and to what is listed.
 */
export function taskNetwork(
  component: pulumi.Resource,
  name: string,
  vpcId: pulumi.Input<string>,
  egressTo: Readonly<Record<string, Egress>> = {},
): TaskNetwork {
  const mine = { parent: component };
  // AWS replaces a group whose description changes, and cannot delete one in use: this text never changes.
  const { id } = new aws.ec2.SecurityGroup(`${name}-sg`, { vpcId, description: "Fargate tasks" }, mine);
  const out = (role: string, { port, ...target }: Egress) =>
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-to-${role}`,
      {
        securityGroupId: id,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        description: role,
        ...("cidrIpv4" in target
          ? { cidrIpv4: target.cidrIpv4 }
          : { referencedSecurityGroupId: target.securityGroupId }),
      },
      mine,
    );
  const rules = [
    out("https", { port: 443, cidrIpv4: "0.0.0.0/0" }),
    ...Object.entries(egressTo).map(([role, egress]) => out(role, egress)),
  ];
  return { securityGroupId: id, rules };
}
