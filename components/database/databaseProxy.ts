import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { retentionFix } from "../shared/logRetention";
import type { Location, Placement } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";
import { DatabaseAccess } from "./databaseAccess";

export interface DatabaseProxyArgs {
  /** Name in AWS, lower case; explicit for the same reason as the cluster's: its log group must come first. */
  readonly proxyName: string;
  /** The subnets of the database; two zones or more. */
  readonly placement: Placement;
  readonly location: Location;
  /** Cluster to connect to. One with `capacity.min` 0 never pauses behind a proxy: whoever composes both refuses that. */
  readonly clusterIdentifier: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  /**
   * One secret (username, password) for each database user that may come through. The cluster's own `secretArn` lets the
   * master user through: fine for migrations, too much for an application.
   */
  readonly secretArns: readonly pulumi.Input<string>[];
  /** Key those secrets are encrypted with. */
  readonly secretKeyArn: pulumi.Input<string>;
  /** Customer-managed key that CloudWatch Logs may use. */
  readonly logKeyArn: pulumi.Input<string>;
  /** Days; one of the values CloudWatch Logs knows. */
  readonly logRetentionDays: number;
  /** Percent of the database's connections the pool may take. @default 90, the rest is for migrations and operators */
  readonly maxConnectionsPercent?: number;
}

/**
 * Keeps connections to the database while tasks, passwords and writers come and go. Clients log in with IAM over TLS; the
 * proxy fetches the passwords, so their rotation is nobody else's business.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  /** Where the application connects in place of the cluster's endpoint. */
  public readonly endpoint: pulumi.Output<string>;
  /** For `connectStatements`: "prx-...". */
  public readonly resourceId: pulumi.Output<string>;
  /** For `DatabaseAccess`. */
  public readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:database:DatabaseProxy", name, args, opts);
    const { proxyName, placement, clusterSecurityGroupId, logRetentionDays, maxConnectionsPercent = 90 } = args;
    if (!/^[a-z](-?[a-z0-9])*$/.test(proxyName))
      invalid(
        this,
        "proxyName",
        `"${proxyName}" is not a proxy name`,
        "Use lower-case letters, digits, single hyphens",
      );
    if (args.secretArns.length === 0)
      invalid(this, "secretArns", "no database user may come through", "Name the secret of each user");
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
        kmsKeyId: args.logKeyArn,
      },
      mine,
    );
    // No aws:SourceAccount: AWS documents none for a proxy ("Configuring IAM authentication for RDS Proxy").
    const assumeRolePolicy = trustService("rds.amazonaws.com");
    const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy }, mine);
    const reads = new aws.iam.RolePolicy(`${name}-secrets`, { role: role.name, policy: secretsPolicy(args) }, mine);
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
        auths: args.secretArns.map((secretArn) => ({ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn })),
      },
      { ...mine, dependsOn: [log, reads] },
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
    this.resourceId = proxy.arn.apply((arn) => arn.slice(arn.lastIndexOf(":") + 1));
    this.securityGroupId = group.id;
    this.registerOutputs({ endpoint: this.endpoint, securityGroupId: this.securityGroupId });
  }
}

function secretsPolicy({ secretArns, secretKeyArn, location }: DatabaseProxyArgs): pulumi.Output<string> {
  return policyDocument([
    {
      Sid: "ReadPasswords",
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: [...secretArns],
    },
    {
      Sid: "DecryptThem",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: secretKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${location.region}.amazonaws.com` } },
    },
  ]);
}
