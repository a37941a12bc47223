import { type DBCluster, DescribeDBClustersCommand, type RDSClient } from "@aws-sdk/client-rds";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";

/** The stack's cluster: the one whose master user's secret is the stack's. `databaseEndpoint` may be a proxy's. */
export async function sourceCluster({ outputs, calls }: Scene, rds: RDSClient, now: number): Promise<DBCluster> {
  const secretArn = outputs.text("databaseSecretArn");
  const command = new DescribeDBClustersCommand({});
  const { DBClusters = [] } = await calls.send("rds", command, () => rds.send(command), {
    $metadata: {},
    DBClusters: [{ ...PRETENDED, MasterUserSecret: { SecretArn: secretArn }, LatestRestorableTime: new Date(now) }],
  });
  const found = DBClusters.find(({ MasterUserSecret }) => MasterUserSecret?.SecretArn === secretArn);
  if (found !== undefined) return found;
  throw new UsageError(
    `No cluster in this account and region has the secret ${secretArn}. Are these the right credentials?`,
  );
}

/** The moment to go back to; undefined for the latest one that there is. */
export function momentOf(at: string, { EarliestRestorableTime, LatestRestorableTime }: DBCluster): Date | undefined {
  if (at === "latest") return undefined;
  const moment = new Date(at);
  const isBetween =
    (EarliestRestorableTime === undefined || moment >= EarliestRestorableTime) &&
    (LatestRestorableTime === undefined || moment <= LatestRestorableTime);
  if (isBetween) return moment;
  const [from = "?", to = "?"] = [EarliestRestorableTime?.toISOString(), LatestRestorableTime?.toISOString()];
  throw new UsageError(`--at: the cluster can go back to any second from ${from} to ${to}.`);
}

const PRETENDED: DBCluster = {
  DBClusterIdentifier: "<cluster>",
  Engine: "aurora-postgresql",
  EngineVersion: "<version>",
  StorageEncrypted: true,
  KmsKeyId: "<key>",
  DBSubnetGroup: "<subnets>",
  DBClusterParameterGroup: "<parameters>",
  VpcSecurityGroups: [{ VpcSecurityGroupId: "<security group>" }],
  ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 1 },
};
