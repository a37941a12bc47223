import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "./alarmRow";

export interface DatabaseSubject {
  readonly clusterIdentifier: pulumi.Input<string>;
  readonly hasReaders: boolean;
}

/** Bytes. What is left at the largest size: for Serverless v2, AWS counts it from there. */
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
      why: "The database nears its largest size; beyond it every page becomes slow",
    },
    {
      ...common,
      name: "database-cpu",
      metric: "CPUUtilization",
      statistic: "Average",
      rings: ">",
      threshold: 85,
      periods: 3,
      why: "Queries wait for the processor",
    },
    {
      ...common,
      name: "database-memory",
      metric: "FreeableMemory",
      statistic: "Minimum",
      rings: "<",
      threshold: LEAST_MEMORY,
      periods: 3,
      why: "Even at its largest size the database has no memory left, and restarts when it is gone",
    },
    {
      ...common,
      name: "database-deadlocks",
      metric: "Deadlocks",
      statistic: "Average",
      rings: ">",
      threshold: 0.1,
      periods: 2,
      why: "Transactions block each other, and some are thrown away",
    },
    {
      ...common,
      dimensions: wholeCluster,
      name: "database-transaction-ids",
      metric: "MaximumUsedTransactionIDs",
      statistic: "Maximum",
      rings: ">",
      threshold: 1_000_000_000,
      why: "At two billion PostgreSQL refuses every write; a vacuum is blocked by something",
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
            why: "The readers near their largest size",
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
            why: "Readers show what was true a second ago, and a failover takes longer",
          } as const,
        ]
      : []),
  ];
}

/** A sudden number of connections is a leak in the application, or somebody who copies records. */
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
      why: "Far more connections than usual at this hour",
      runbook: "database",
    },
  ];
}

/** RDS Proxy: RDS User Guide, "Monitoring RDS Proxy metrics". */
export function proxyAlarms(proxyName: pulumi.Input<string>): AlarmRow[] {
  const common = { namespace: "AWS/RDS", dimensions: { ProxyName: proxyName }, runbook: "database" } as const;
  return [
    {
      ...common,
      name: "proxy-refused-sign-ins",
      metric: "ClientConnectionsSetupFailedAuth",
      statistic: "Sum",
      rings: ">=",
      threshold: 20,
      why: "Somebody connects with credentials that are wrong or stale",
    },
    {
      ...common,
      name: "proxy-waits",
      metric: "DatabaseConnectionsBorrowLatency",
      statistic: "Average",
      rings: ">",
      // Microseconds.
      threshold: 200_000,
      periods: 3,
      why: "Requests wait for a free connection to the database",
    },
    {
      ...common,
      name: "proxy-cannot-connect",
      metric: "DatabaseConnectionsSetupFailed",
      statistic: "Sum",
      rings: ">=",
      threshold: 20,
      periods: 2,
      why: "The database refuses the proxy: it is down, full, or the proxy's role may not sign in",
    },
  ];
}
