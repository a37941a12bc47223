import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { retentionFix } from "../shared/logRetention";
import type { Location, Placement } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";
import { connectStatements } from "./connectPolicy";
import { DatabaseAccess } from "./databaseAccess";

export interface DatabaseProxyArgs {
  /** Name in AWS, lowercase; explicit for the same reason as the cluster's: its log group must come first. */
  readonly proxyName: string;
  /** The subnets of the database; two zones or more. */
  readonly placement: Placement;
  readonly location: Location;
  /** Cluster to connect to. One with `capacity.min` 0 never pauses behind a proxy: whoever composes both refuses that. */
  readonly clusterIdentifier: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  /** The cluster's `clusterResourceId`, which its IAM permission to connect names. */
  readonly clusterResourceId: pulumi.Input<string>;
  /**
   * Database users that may come through, each created with `GRANT rds_iam`. Nobody's password is kept for it: the proxy
   * logs in with IAM too ("Configuring IAM authentication for RDS Proxy", end-to-end IAM authentication).
   */
  readonly users: readonly [string, ...string[]];
  /** Customer-managed key that CloudWatch Logs may use. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days; one of the values CloudWatch Logs knows. */
  readonly logRetentionDays: number;
  /** Percent of the database's connections the pool may take. @default 90, the rest is for migrations and operators */
  readonly maxConnectionsPercent?: number;
}

/**
 * Keeps connections to the database while tasks, passwords and writers come and go. Clients log in with IAM over TLS; the
 * proxy does the same, so there is no password to rotate.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  /** Where the application connects in place of the cluster's endpoint. */
  public readonly endpoint: pulumi.Output<string>;
  /** For `connectStatements`: "prx-...". */
  public readonly resourceId: pulumi.Output<string>;
  /** For `DatabaseAccess`. */
  public readonly securityGroupId: pulumi.Output<string>;
  public readonly proxyName: pulumi.Output<string>;

  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:database:DatabaseProxy", name, args, opts);
    const { proxyName, placement, clusterSecurityGroupId, logRetentionDays, maxConnectionsPercent = 90 } = args;
    if (!/^[a-z](-?[a-z0-9])*$/.test(proxyName))
      invalid(this, "proxyName", `"${proxyName}" is not a proxy name`, "Use lowercase letters, digits, single hyphens");
    if (!Number.isInteger(maxConnectionsPercent) || maxConnectionsPercent < 1 || maxConnectionsPercent > 100)
      invalid(this, "maxConnectionsPercent", `${maxConnectionsPercent} percent`, "Use 1 to 100");

    const retention = retentionFix(logRetentionDays);
    if (retention !== undefined)
      invalid(this, "logRetentionDays", `${logRetentionDays} is not offered by AWS`, retention);

    const mine = { parent: this };
    const { vpcId, subnetIds } = placement;
    const group = new aws.ec2.SecurityGroup(`${name}-sg`, { vpcId, description: "RDS Proxy" }, mine);
    new DatabaseAccess(`${name}-db`, { securityGroupId: clusterSecurityGroupId, from: group.id }, mine);
    const log = new aws.cloudwatch.LogGroup(
      `${name}-log`,
      {
        name: `/aws/rds/proxy/${proxyName}`,
        retentionInDays: logRetentionDays,
        kmsKeyId: args.logKmsKeyArn,
      },
      mine,
    );
    // No aws:SourceAccount: AWS documents none for a proxy ("Configuring IAM authentication for RDS Proxy").
    const assumeRolePolicy = trustService("rds.amazonaws.com");
    const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy }, mine);
    const statements = args.users.flatMap((user) => connectStatements(args.location, args.clusterResourceId, user));
    const policy = policyDocument(statements);
    const connects = new aws.iam.RolePolicy(`${name}-connect`, { role: role.name, policy }, mine);
    const proxy = new aws.rds.Proxy(
      `${name}-proxy`,
      {
        name: proxyName,
        engineFamily: "POSTGRESQL",
        roleArn: role.arn,
        vpcSubnetIds: subnetIds,
        vpcSecurityGroupIds: [group.id],
        requireTls: true,
        // Would write every statement, values included, to the log.
        debugLogging: false,
        defaultAuthScheme: "IAM_AUTH",
      },
      { ...mine, dependsOn: [log, connects] },
    );
    const pool = new aws.rds.ProxyDefaultTargetGroup(
      `${name}-pool`,
      { dbProxyName: proxy.name, connectionPoolConfig: { maxConnectionsPercent } },
      mine,
    );
    new aws.rds.ProxyTarget(
      `${name}-target`,
      { dbProxyName: proxy.name, targetGroupName: pool.name, dbClusterIdentifier: args.clusterIdentifier },
      mine,
    );

    this.endpoint = proxy.endpoint;
    this.proxyName = proxy.name;
    this.resourceId = proxy.arn.apply((arn) => arn.slice(arn.lastIndexOf(":") + 1));
    this.securityGroupId = group.id;
    this.registerOutputs({ endpoint: this.endpoint, securityGroupId: this.securityGroupId });
  }
}
