import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";
import { RULE_ID } from "./bucketReplication";

export interface ReplicationSubject {
  /** What is copied: `files`, `videos`, `state`. */
  readonly purpose: string;
  readonly sourceBucket: pulumi.Input<string>;
  readonly replicaBucket: pulumi.Input<string>;
}

/**
 * S3 User Guide, "Using S3 Replication metrics": failures are counted in the source's region, all else in the replica's.
 */
export function replicationAlarms({ purpose, sourceBucket, replicaBucket }: ReplicationSubject): AlarmRow[] {
  return [
    {
      name: `${purpose}-not-copied`,
      namespace: "AWS/S3",
      metric: "OperationsFailedReplication",
      statistic: "Sum",
      dimensions: { SourceBucket: sourceBucket, DestinationBucket: replicaBucket, RuleId: RULE_ID },
      rings: ">=",
      threshold: 1,
      why: "Objects failed to replicate to the second region and would be lost with this one",
      runbook: "restore",
    },
  ];
}
