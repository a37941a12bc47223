import type { PostgresClusterArgs } from "../../../components/database/postgresCluster";

/** Arguments that are fine, so that a test says only what it is about. */
export function exampleCluster(over: Partial<PostgresClusterArgs> = {}): PostgresClusterArgs {
  return {
    clusterIdentifier: "telehealth-test",
    placement: { vpcId: "vpc-1", subnetIds: ["subnet-isolated-1", "subnet-isolated-2"] },
    location: { accountId: "111122223333", region: "us-east-1" },
    availabilityZones: ["us-east-1a", "us-east-1b"],
    databaseName: "ehr",
    masterUsername: "postgres",
    engineVersion: "15",
    capacity: { min: 0.5, max: 8 },
    readers: 1,
    kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/data",
    secretKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/secrets",
    logKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
    logRetentionDays: 2192,
    backupRetentionDays: 30,
    applyImmediately: false,
    deletionProtection: true,
    ...over,
  };
}
