import * as pulumi from "@pulumi/pulumi";
import type { DataKey } from "../components/security/dataKey";
import { BucketReplication } from "../components/storage/bucketReplication";
import { StateBackend } from "../components/storage/stateBackend";
import { type AccountContext, createAccessLogs } from "./accountContext";
import type { AccountProfile } from "./accountProfile";
import { createKey } from "./keys";

export interface State {
  readonly backend: StateBackend;
  readonly key: DataKey;
  readonly bucketName: string;
  readonly replicaName: pulumi.Output<string>;
}

/**
 * The state of all stacks, and its copy in the second region: without the state and its key nobody could say what there was,
 * or read the settings of a stack that is made anew.
 */
export function createState(
  context: AccountContext,
  profile: AccountProfile,
  accessLogBucket: pulumi.Input<string>,
): State {
  const { prefix, project, location, environments, deletionProtection, opts } = context;
  const { recoveryRegion } = profile;
  const bucketName = `${project}-state-${location.accountId}`;
  const key = createKey(context, "state", "State of the stacks, and secrets in it", [], undefined, recoveryRegion);
  const backend = new StateBackend(
    "state",
    {
      bucketName,
      accessLogBucket,
      kmsKeyArn: key.arn,
      keyAlias: `alias/${prefix}-state`,
      stacks: [pulumi.getStack(), ...environments],
      location,
      deletionProtection,
    },
    opts,
  );
  const { replicaName } = new BucketReplication(
    "state-replication",
    {
      sourceBucket: backend.bucketName,
      sourceKmsKeyArn: key.arn,
      replicaBucketName: `${project}-state-replica-${location.accountId}`,
      replicaKmsKeyArn: key.replicaArn ?? "",
      replicaAccessLogBucket: createAccessLogs(context, profile, "replica-logs", { region: recoveryRegion }).name,
      location,
      replicaRegion: recoveryRegion,
      versions: {},
      deletionProtection,
    },
    opts,
  );
  return { backend, key, bucketName, replicaName };
}
