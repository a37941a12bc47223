import { z } from "zod";
import { ofType, propertyOf, stackOutputs } from "../../shared/snapshot/find";
import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { shown } from "./outputs";
import type { Value } from "./value";

/** Something of the stack that is no output. */
interface Fact {
  readonly of: (snapshot: Snapshot) => unknown;
  /** Why a stack has none. */
  readonly otherwise: string;
  /** Between the elements of a list. @default "," */
  readonly separator?: string;
}

/** By the name between angle brackets. */
export const FACTS: Readonly<Record<string, Fact>> = {
  stack: { of: ({ stack }) => stack, otherwise: "the state is empty" },
  databaseCluster: {
    of: (snapshot) => propertyOf(cluster(snapshot), "clusterIdentifier"),
    otherwise: "this stack has no database",
  },
  databaseSubnetGroup: {
    of: (snapshot) => propertyOf(cluster(snapshot), "dbSubnetGroupName"),
    otherwise: "AWS has not said it yet",
  },
  databaseSecurityGroupIds: {
    of: (snapshot) => propertyOf(cluster(snapshot), "vpcSecurityGroupIds"),
    otherwise: "AWS has not said it yet",
    separator: " ",
  },
  databaseParameterGroup: {
    of: (snapshot) => propertyOf(cluster(snapshot), "dbClusterParameterGroupName"),
    otherwise: "AWS has not said it yet",
  },
  databaseKeyArn: { of: (snapshot) => propertyOf(cluster(snapshot), "kmsKeyId"), otherwise: "AWS has not said it yet" },
  databaseSecretKeyArn: {
    of: (snapshot) => propertyOf(cluster(snapshot), "masterUserSecretKmsKeyId"),
    otherwise: "AWS has not said it yet",
  },
  accountId: { of: accountOf, otherwise: "the stack has no topic for alarms" },
  // Made by the account's stack, and named by the project: `stacks/account.ts`.
  stateBucket: { of: (snapshot) => stateBucketOf(snapshot, "state"), otherwise: "the stack has no topic for alarms" },
  stateReplica: {
    of: (snapshot) => stateBucketOf(snapshot, "state-replica"),
    otherwise: "the stack has no topic for alarms",
  },
  stateKeyAlias: { of: ({ project }) => `alias/${project}-account-state`, otherwise: "the state is empty" },
  repositoryName: {
    of: (snapshot) => propertyOf(ofType(snapshot, "aws:ecr/repository:Repository")[0], "name"),
    otherwise: "this stack has no service",
  },
  restoreRoleArn: {
    of: (snapshot) => propertyOf(named(snapshot, "aws:iam/role:Role", "backup-roles-restore"), "arn"),
    otherwise: "AWS has not said it yet",
  },
  recoveryVault: {
    of: (snapshot) => propertyOf(recoveryVault(snapshot), "name"),
    otherwise: "this stack copies no backups into another region (telehealth:backup.copy)",
  },
  filesReplicaBucket: {
    of: (snapshot) => replicaOf(snapshot, "filesBucket"),
    otherwise: "this stack does not copy files (telehealth:files.replicate)",
  },
  videosReplicaBucket: {
    of: (snapshot) => replicaOf(snapshot, "videosBucket"),
    otherwise: "this stack does not copy recordings (telehealth:videos.replicate)",
  },
};

/** Undefined if no fact has this name. */
export function factValue(snapshot: Snapshot, name: string): Value | undefined {
  const fact = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  if (fact === undefined) return undefined;
  const found = fact.of(snapshot);
  if (found !== undefined) return shown(found, fact.separator);
  return { why: snapshot.kind === "preview" ? `${snapshot.stack} is not deployed yet` : fact.otherwise };
}

/** The account that the stack is in, out of an ARN that every stack shows. */
function accountOf(snapshot: Snapshot): string | undefined {
  const arn = stackOutputs(snapshot)["alertsTopicArn"];
  return typeof arn === "string" ? arn.split(":")[4] : undefined;
}

function stateBucketOf(snapshot: Snapshot, which: string): string | undefined {
  const account = accountOf(snapshot);
  return account === undefined ? undefined : `${snapshot.project}-${which}-${account}`;
}

/** By the name that the program gives it. */
const named = (snapshot: Snapshot, type: string, name: string) =>
  ofType(snapshot, type).find((each) => each.name === name);

const cluster = (snapshot: Snapshot) => ofType(snapshot, "aws:rds/cluster:Cluster")[0];

const homeRegion = (snapshot: Snapshot): unknown => stackOutputs(snapshot)["region"];

/** Both vaults have the same name; the copies are where the stack is not. */
function recoveryVault(snapshot: Snapshot): SnapshotResource | undefined {
  const home = homeRegion(snapshot);
  return ofType(snapshot, "aws:backup/vault:Vault").find((each) => {
    const region = propertyOf(each, "region");
    return home !== undefined && region !== undefined && region !== home;
  });
}

const replication = z.object({
  bucket: z.string(),
  rules: z.array(z.object({ destination: z.object({ bucket: z.string() }) })).min(1),
});

/** The bucket that the one in this output is copied to. */
function replicaOf(snapshot: Snapshot, output: string): string | undefined {
  const source = stackOutputs(snapshot)[output];
  const configs = ofType(snapshot, "aws:s3/bucketReplicationConfig:BucketReplicationConfig");
  const found = configs.map((each) => replication.safeParse({ ...each.inputs, ...each.outputs }).data);
  return found
    .find((each) => each?.bucket === source)
    ?.rules[0]?.destination.bucket.replace(/^arn:aws[\w-]*:s3:::/, "");
}
