import { stackOf } from "../engine/resource";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { defaultTags } from "../shared/providers";

/** Where each type names the data that it begins with. */
const SOURCES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:rds/cluster:Cluster": [
    ["snapshotIdentifier"],
    ["restoreToPointInTime", "sourceClusterIdentifier"],
    ["restoreToPointInTime", "sourceClusterResourceId"],
    ["replicationSourceIdentifier"],
    ["s3Import", "bucketName"],
  ],
  "aws:rds/instance:Instance": [
    ["snapshotIdentifier"],
    ["restoreToPointInTime", "sourceDbInstanceIdentifier"],
    ["restoreToPointInTime", "sourceDbInstanceAutomatedBackupsArn"],
    ["replicateSourceDb"],
  ],
  "aws:docdb/cluster:Cluster": [["snapshotIdentifier"], ["restoreToPointInTime", "sourceClusterIdentifier"]],
  "aws:neptune/cluster:Cluster": [["snapshotIdentifier"], ["replicationSourceIdentifier"]],
  "aws:dynamodb/table:Table": [["restoreSourceName"], ["restoreSourceTableArn"], ["restoreBackupArn"]],
  "aws:redshift/cluster:Cluster": [["snapshotIdentifier"], ["snapshotArn"], ["snapshotClusterIdentifier"]],
  "aws:elasticache/replicationGroup:ReplicationGroup": [["snapshotName"], ["snapshotArns"]],
  "aws:elasticache/cluster:Cluster": [["snapshotName"], ["snapshotArns"]],
  "aws:memorydb/cluster:Cluster": [["snapshotName"], ["snapshotArns"]],
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": [["sourceDbClusterSnapshotIdentifier"]],
  "aws:rds/snapshotCopy:SnapshotCopy": [["sourceDbSnapshotIdentifier"]],
  "aws:fsx/lustreFileSystem:LustreFileSystem": [["backupId"], ["importPath"]],
  "aws:dms/endpoint:Endpoint": [["serverName"]],
};
const PRODUCTION = /(^|[^a-z])(prod|production|prd)([^a-z]|$)/i;
const RECORDS = /^(phi|ephi|restricted)$/i;

export const productionDataElsewhere = rule({
  id: "production-data-elsewhere",
  title: "Production records are restored in production only",
  family: "tagging",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.308(a)(3)(i)"],
  remediation: "Use synthetic data, or tag the stack with DataClass phi and protect it like production",
  types: Object.keys(SOURCES),
  check: (store): Outcomes => {
    const stack = stackOf(store.urn);
    const dataClass = store.at("tags", "DataClass").text ?? store.at("tagsAll", "DataClass").text;
    if (PRODUCTION.test(stack) || RECORDS.test(dataClass ?? defaultTags(store.provider, "DataClass") ?? ""))
      return undefined;
    return (SOURCES[store.type] ?? [])
      .flatMap((path) => store.at(...path).items)
      .map((source) => {
        if (source.unknown) return source.later();
        return PRODUCTION.test(source.text ?? "")
          ? source.refuse(`stack ${stack} is restored from ${source.text ?? ""}, which holds patient records`)
          : undefined;
      });
  },
});
