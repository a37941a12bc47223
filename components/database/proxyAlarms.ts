import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

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
      why: "Clients are connecting with wrong or outdated credentials",
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
      why: "Requests are waiting for a free database connection",
    },
    {
      ...common,
      name: "proxy-cannot-connect",
      metric: "DatabaseConnectionsSetupFailed",
      statistic: "Sum",
      rings: ">=",
      threshold: 20,
      periods: 2,
      why: "The proxy cannot connect to the database: it is down, out of connections, or rejects the proxy's role",
    },
  ];
}
