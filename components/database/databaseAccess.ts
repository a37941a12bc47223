import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const POSTGRES_PORT = 5432;

export interface DatabaseAccessArgs {
  /** Security group of the database or of its proxy. */
  readonly securityGroupId: pulumi.Input<string>;
  /** Security group of whoever connects. A group and not a CIDR: addresses of tasks come and go. */
  readonly from: pulumi.Input<string>;
}

/**
 * One client's way to PostgreSQL: in at the database, out at the client, nothing else. Rules of their own, so that two
 * security groups can name each other without a cycle.
 */
export class DatabaseAccess extends pulumi.ComponentResource {
  constructor(name: string, args: DatabaseAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:database:DatabaseAccess", name, args, opts);
    const { securityGroupId, from } = args;
    const mine = { parent: this };
    const postgres = { ipProtocol: "tcp", fromPort: POSTGRES_PORT, toPort: POSTGRES_PORT };

    new aws.vpc.SecurityGroupIngressRule(
      `${name}-in`,
      { securityGroupId, referencedSecurityGroupId: from, ...postgres, description: "PostgreSQL from this client" },
      mine,
    );
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-out`,
      { securityGroupId: from, referencedSecurityGroupId: securityGroupId, ...postgres, description: "PostgreSQL" },
      mine,
    );
    this.registerOutputs();
  }
}
