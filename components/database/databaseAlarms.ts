import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "../shared/alarmRow";

export interface DatabaseSubject {
  readonly clusterIdentifier: pulumi.Input<string>;
  readonly hasReaders: boolean;
}

/** Bytes. For Serverless v2 AWS reports the memory that would be left at maximum capacity. */
const LEAST_MEMORY = 256 * 1024 * 1024;

/**
 * The instance that writes now, whichever it is: under the cluster alone, an average with idle readers would hide a
 * writer that is at its end. Aurora User Guide, "Creating CloudWatch alarms to monitor Amazon Aurora".
 */
const writer = (DBClusterIdentifier: pulumi.Input<string>) => ({ DBClusterIdentifier, Role: "WRITER" });

/** Aurora Serverless v2: Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora". */
export function databaseAlarms({ clusterIdentifier, hasReaders }: DatabaseSubject): AlarmRow[] {
  const common = { namespace: "AWS/RDS", dimensions: writer(clusterIdentifier), runbook: "database" } as const;
  const wholeCluster = { DBClusterIdentifier: clusterIdentifier };
  return [
    {
      ...common,
      name: "database-capacity",
      metric: "ACUUtilization",
      statistic: "Average",
      rings: ">",
      threshold: 80,
      periods: 3,
      why: "The database is close to its maximum capacity; at the maximum every page becomes slow",
    },
    {
      ...common,
      name: "database-cpu",
      metric: "CPUUtilization",
      statistic: "Average",
      rings: ">",
      threshold: 85,
      periods: 3,
      why: "Queries are waiting for CPU",
    },
    {
      ...common,
      name: "database-memory",
      metric: "FreeableMemory",
      statistic: "Minimum",
      rings: "<",
      threshold: LEAST_MEMORY,
      periods: 3,
      why: "The database is running out of memory even at maximum capacity and will restart when none is left",
    },
    {
      ...common,
      name: "database-deadlocks",
      metric: "Deadlocks",
      statistic: "Average",
      rings: ">",
      threshold: 0.1,
      periods: 2,
      why: "Transactions block each other and some are rolled back",
    },
    {
      ...common,
      dimensions: wholeCluster,
      name: "database-transaction-ids",
      metric: "MaximumUsedTransactionIDs",
      statistic: "Maximum",
      rings: ">",
      threshold: 1_000_000_000,
      why: "Transaction IDs are not being vacuumed: at two billion PostgreSQL refuses all writes",
    },
    ...(hasReaders
      ? [
          {
            ...common,
            dimensions: { DBClusterIdentifier: clusterIdentifier, Role: "READER" },
            name: "database-reader-capacity",
            metric: "ACUUtilization",
            statistic: "Average",
            rings: ">",
            threshold: 80,
            periods: 3,
            why: "The readers are close to their maximum capacity",
          } as const,
          {
            ...common,
            dimensions: wholeCluster,
            name: "database-replica-lag",
            metric: "AuroraReplicaLagMaximum",
            statistic: "Maximum",
            rings: ">",
            threshold: 1000,
            periods: 3,
            why: "Readers lag more than 1 second behind the writer: they show old data and a failover takes longer",
          } as const,
        ]
      : []),
  ];
}

/** A sudden rise in connections is a leak in the application, or somebody copying records. */
export function databaseAnomalies({ clusterIdentifier }: DatabaseSubject): AnomalyRow[] {
  return [
    {
      name: "database-connections",
      namespace: "AWS/RDS",
      metric: "DatabaseConnections",
      statistic: "Average",
      dimensions: writer(clusterIdentifier),
      rings: "above",
      band: 4,
      periods: 3,
      why: "Far more database connections than usual for this hour: a connection leak, or somebody copying records",
      runbook: "database",
    },
  ];
}
