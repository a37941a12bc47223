import type { DBCluster } from "@aws-sdk/client-rds";
import { type Restored, securityGroupsOf } from "./temporaryCluster";

/** One property of what was restored, as it has to be and as it is. */
export interface DrillCheck {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly passed: boolean;
}

/** Whether what was restored is as good, and as closed, as the original. */
export function drillChecks(source: DBCluster, { cluster, instance }: Restored): DrillCheck[] {
  const nothing = "nothing";
  const rows: [what: string, expected: string, found: string][] = [
    ["status of the cluster", "available", cluster?.Status ?? nothing],
    ["status of its instance", "available", instance?.DBInstanceStatus ?? nothing],
    ["encrypted", "true", String(cluster?.StorageEncrypted ?? nothing)],
    ["KMS key", source.KmsKeyId ?? "a key of yours", cluster?.KmsKeyId ?? nothing],
    ["subnets", source.DBSubnetGroup ?? "a group of subnets", cluster?.DBSubnetGroup ?? nothing],
    ["security groups", securityGroupsOf(source).join(" "), cluster ? securityGroupsOf(cluster).join(" ") : nothing],
    ["version", source.EngineVersion ?? "a version", cluster?.EngineVersion ?? nothing],
    ["reachable from the internet", "false", String(instance?.PubliclyAccessible ?? nothing)],
  ];
  return rows.map(([what, expected, found]) => ({ what, expected, found, passed: expected === found }));
}
