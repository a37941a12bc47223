import { characters, type Counter, each, listed, most, perAccount, perParent, perRegion, sum } from "../counter";
import { at, listAt } from "../fleet";

const PLAN = "backup/plan:Plan";
const CLUSTER = "rds/cluster:Cluster";

export const DATA: Readonly<Record<string, Counter>> = {
  keysPerRegion: perRegion(["kms/key:Key", "kms/replicaKey:ReplicaKey"]),
  keyPolicyBytes: (fleet) =>
    new Map([...characters("kms/keyPolicy:KeyPolicy", "policy")(fleet), ...characters("kms/key:Key", "policy")(fleet)]),
  bucketsPerAccount: perAccount(["s3/bucket:Bucket"]),
  bucketPolicyBytes: characters("s3/bucketPolicy:BucketPolicy", "policy"),
  lifecycleRulesPerBucket: listed("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules"),
  replicationDestinationsPerBucket: listed("s3/bucketReplicationConfig:BucketReplicationConfig", "rules"),
  dbClustersPerRegion: perRegion([CLUSTER]),
  dbInstancesPerRegion: perRegion(["rds/clusterInstance:ClusterInstance", "rds/instance:Instance"]),
  instancesPerCluster: perParent("rds/clusterInstance:ClusterInstance", "clusterIdentifier"),
  clusterParameterGroupsPerRegion: perRegion(["rds/clusterParameterGroup:ClusterParameterGroup"]),
  dbSubnetGroupsPerRegion: perRegion(["rds/subnetGroup:SubnetGroup"]),
  subnetsPerDbSubnetGroup: listed("rds/subnetGroup:SubnetGroup", "subnetIds"),
  dbProxiesPerRegion: perRegion(["rds/proxy:Proxy"]),
  backupVaultsPerRegion: perRegion(["backup/vault:Vault"]),
  backupPlansPerRegion: perRegion([PLAN, "backup/restoreTestingPlan:RestoreTestingPlan"]),
  rulesPerBackupPlan: listed(PLAN, "rules"),
  copyActionsPerBackupRule: each([PLAN], (one) =>
    most(listAt(one.resource.inputs, "rules"), (rule) => listAt(rule, "copyActions").length),
  ),
  selectionsPerBackupPlan: perParent("backup/selection:Selection", "planId"),
  backupBucketsPerAccount: (fleet) => {
    const buckets = fleet
      .all("backup/selection:Selection")
      .flatMap((one) => one.references.of(one.resource, "resources", "s3/bucket:Bucket"));
    return sum([...new Set(buckets)].map(() => ["the account", 1]));
  },
  restoreTestingPlans: perRegion(["backup/restoreTestingPlan:RestoreTestingPlan"]),
  selectionsPerRestoreTestingPlan: perParent(
    "backup/restoreTestingSelection:RestoreTestingSelection",
    "restoreTestingPlanName",
  ),
  backupFrameworksPerRegion: perRegion(["backup/framework:Framework"]),
  backupReportPlans: perRegion(["backup/reportPlan:ReportPlan"]),
  // RDS keeps a password of its own making there.
  secretsPerRegion: (fleet) =>
    sum([
      ...fleet.all("secretsmanager/secret:Secret").map(({ region }) => [region, 1] as const),
      ...fleet
        .all(CLUSTER)
        .filter((one) => at(one, "manageMasterUserPassword") === true)
        .map(({ region }) => [region, 1] as const),
    ]),
  parametersPerRegion: perRegion(["ssm/parameter:Parameter"]),
};
