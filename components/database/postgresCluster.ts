import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { logGroup } from "../shared/logGroup";
import type { PostgresClusterArgs } from "./clusterArgs";
import { createInstances, INSIGHTS_DAYS } from "./clusterInstances";
import { BACKUP_WINDOW, clusterProblem, MAINTENANCE_WINDOW } from "./clusterProblem";
import { POSTGRES_PORT } from "./databaseAccess";
import { majorOf } from "./engineVersions";
import { PARAMETERS } from "./parameters";

export type { PostgresClusterArgs } from "./clusterArgs";

const STORAGE = { standard: {}, "io-optimized": { storageType: "aurora-iopt1" } };

/** Aurora PostgreSQL that scales by itself: encrypted, TLS only, audited, unreachable until `DatabaseAccess` opens it. */
export class PostgresCluster extends pulumi.ComponentResource {
  /** Known once the writer runs, so that what needs a database waits for one. */
  public readonly clusterIdentifier: pulumi.Output<string>;
  public readonly arn: pulumi.Output<string>;
  /** For `connectStatements`. */
  public readonly clusterResourceId: pulumi.Output<string>;
  public readonly endpoint: pulumi.Output<string>;
  public readonly readerEndpoint: pulumi.Output<string>;
  public readonly port: pulumi.Output<number>;
  public readonly databaseName: pulumi.Output<string>;
  /** For `DatabaseAccess`: by default nothing can connect. */
  public readonly securityGroupId: pulumi.Output<string>;
  /** Username and password only. RDS changes the password every 7 days: read it when connecting, not when starting. */
  public readonly secretArn: pulumi.Output<string>;

  constructor(name: string, args: PostgresClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:database:PostgresCluster", name, args, opts);
    const problem = clusterProblem(args);
    if (problem) invalid(this, problem.field, problem.wrong, problem.fix);

    const { clusterIdentifier, placement, deletionProtection: keep } = args;
    const { vpcId, subnetIds } = placement;
    const mine = { parent: this };
    // No rules here: DatabaseAccess adds them one by one, and a database opens no connection itself.
    const group = new aws.ec2.SecurityGroup(`${name}-sg`, { vpcId, description: "Aurora PostgreSQL" }, mine);
    const subnets = new aws.rds.SubnetGroup(`${name}-subnets`, { subnetIds }, mine);
    const family = `aurora-postgresql${majorOf(args.engineVersion)}`;
    const parameters = new aws.rds.ClusterParameterGroup(
      `${name}-params`,
      { family, parameters: PARAMETERS.map((parameter) => ({ ...parameter })) },
      mine,
    );
    const { logKmsKeyArn, logRetentionDays } = args;
    const log = logGroup(
      this,
      `${name}-log`,
      { logKmsKeyArn, logRetentionDays, deletionProtection: keep },
      { name: `/aws/rds/cluster/${clusterIdentifier}/postgresql` },
    );
    const cluster = new aws.rds.Cluster(
      `${name}-cluster`,
      {
        ...clusterSettings(args),
        dbSubnetGroupName: subnets.name,
        dbClusterParameterGroupName: parameters.name,
        vpcSecurityGroupIds: [group.id],
      },
      // AWS moves the minor forward in the maintenance window, and refuses the way back that a pinned one would ask for.
      // A major is moved by hand, with its parameter group.
      { ...mine, protect: keep, dependsOn: [log], ignoreChanges: ["engineVersion"] },
    );
    const writer = createInstances(this, name, args, cluster);

    this.clusterIdentifier = writer.clusterIdentifier;
    this.arn = cluster.arn;
    this.clusterResourceId = cluster.clusterResourceId;
    this.endpoint = cluster.endpoint;
    this.readerEndpoint = cluster.readerEndpoint;
    this.port = cluster.port;
    this.databaseName = cluster.databaseName;
    this.securityGroupId = group.id;
    this.secretArn = cluster.masterUserSecrets.apply(
      ([secret]) => secret?.secretArn ?? missingSecret(clusterIdentifier),
    );
    this.registerOutputs({
      clusterIdentifier: this.clusterIdentifier,
      endpoint: this.endpoint,
      secretArn: this.secretArn,
    });
  }
}

/** What does not depend on the cluster's siblings. `availabilityZones` is absent: RDS adds zones, and replaces to undo it. */
function clusterSettings(args: PostgresClusterArgs): aws.rds.ClusterArgs {
  const {
    capacity,
    deletionProtection,
    finalSnapshotSuffix: suffix,
    insights = "standard",
    storage = "standard",
  } = args;
  const { backupWindow = BACKUP_WINDOW, maintenanceWindow = MAINTENANCE_WINDOW } = args;
  const { min, max, pauseAfterSeconds } = capacity;
  const pause = pauseAfterSeconds === undefined ? {} : { secondsUntilAutoPause: pauseAfterSeconds };
  return {
    clusterIdentifier: args.clusterIdentifier,
    engine: aws.rds.EngineType.AuroraPostgresql,
    engineMode: "provisioned",
    engineVersion: args.engineVersion,
    autoMinorVersionUpgrade: true,
    serverlessv2ScalingConfiguration: { minCapacity: min, maxCapacity: max, ...pause },
    databaseName: args.databaseName,
    port: POSTGRES_PORT,
    masterUsername: args.masterUsername,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: args.secretKmsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
    storageEncrypted: true,
    kmsKeyId: args.kmsKeyArn,
    ...STORAGE[storage],
    enabledCloudwatchLogsExports: ["postgresql"],
    databaseInsightsMode: insights,
    // Left to the instances unless AWS wants it here: set on both levels, any difference comes back at every update.
    ...(insights === "advanced" && {
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: args.kmsKeyArn,
      performanceInsightsRetentionPeriod: INSIGHTS_DAYS.advanced,
    }),
    backupRetentionPeriod: args.backupRetentionDays,
    preferredBackupWindow: backupWindow,
    preferredMaintenanceWindow: maintenanceWindow,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    deletionProtection,
    skipFinalSnapshot: !deletionProtection && suffix === undefined,
    finalSnapshotIdentifier: `${args.clusterIdentifier}-final${suffix === undefined ? "" : `-${suffix}`}`,
    applyImmediately: args.applyImmediately,
  };
}

function missingSecret(clusterIdentifier: string): never {
  throw new pulumi.RunError(
    `${clusterIdentifier}: RDS manages no master password. Refresh, or look whether it was imported.`,
  );
}
