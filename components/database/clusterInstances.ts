import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { trustService } from "../shared/policyDocument";
import { MAINTENANCE_WINDOW } from "./clusterProblem";
import type { Insights, PostgresClusterArgs } from "./clusterArgs";

/** Days of Performance Insights: 7 come free, and the advanced mode demands 15 months of 31 days ("Database Insights"). */
export const INSIGHTS_DAYS: Readonly<Record<Insights, number>> = { standard: 7, advanced: 465 };

/** Seconds between two samples of the operating system. */
const MONITORING_INTERVAL = 60;

/** The writer and its readers. Returns the writer: the first instance of a cluster is the one that writes. */
export function createInstances(
  parent: pulumi.Resource,
  name: string,
  args: PostgresClusterArgs,
  cluster: aws.rds.Cluster,
): aws.rds.ClusterInstance {
  const { insights = "standard", availabilityZones: zones, maintenanceWindow = MAINTENANCE_WINDOW } = args;
  const { role, permission } = monitoringRole(parent, name, args.location.accountId);
  const create = (index: number, after: pulumi.Resource[]) =>
    new aws.rds.ClusterInstance(
      // Numbered and not named after their role, which the first failover swaps.
      `${name}-instance${index + 1}`,
      {
        identifier: `${args.clusterIdentifier}-${index + 1}`,
        clusterIdentifier: cluster.clusterIdentifier,
        dbSubnetGroupName: cluster.dbSubnetGroupName,
        // No engineVersion: the cluster's applies, and a reader added after a minor upgrade would ask for the old one.
        engine: aws.rds.EngineType.AuroraPostgresql,
        instanceClass: "db.serverless",
        availabilityZone: zones[index % zones.length],
        publiclyAccessible: false,
        // Tier 0 and 1 scale with the writer, so that the first reader can take over at full load.
        promotionTier: index,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        autoMinorVersionUpgrade: true,
        preferredMaintenanceWindow: maintenanceWindow,
        copyTagsToSnapshot: true,
        monitoringInterval: MONITORING_INTERVAL,
        monitoringRoleArn: role.arn,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: args.kmsKeyArn,
        performanceInsightsRetentionPeriod: INSIGHTS_DAYS[insights],
        applyImmediately: args.applyImmediately,
      },
      { parent, dependsOn: [permission, ...after] },
    );

  const writer = create(0, []);
  for (let index = 1; index <= args.readers; index++) create(index, [writer]);
  return writer;
}

function monitoringRole(parent: pulumi.Resource, name: string, accountId: string) {
  const mine = { parent };
  const assumeRolePolicy = trustService("monitoring.rds.amazonaws.com", accountId);
  const role = new aws.iam.Role(`${name}-monitoring`, { assumeRolePolicy }, mine);
  const policyArn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole";
  const permission = new aws.iam.RolePolicyAttachment(`${name}-monitor-allow`, { role: role.name, policyArn }, mine);
  return { role, permission };
}
