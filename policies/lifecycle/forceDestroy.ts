import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

/** The flag that deletes a container together with what is in it. */
const FLAGS: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "forceDestroy",
  "aws:s3/directoryBucket:DirectoryBucket": "forceDestroy",
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": "forceDestroy",
  "aws:s3tables/tableBucket:TableBucket": "forceDestroy",
  "aws:lightsail/bucket:Bucket": "forceDelete",
  "aws:ecr/repository:Repository": "forceDelete",
  "aws:backup/vault:Vault": "forceDestroy",
  "aws:athena/workgroup:Workgroup": "forceDestroy",
  "aws:athena/database:Database": "forceDestroy",
  "aws:dsql/cluster:Cluster": "forceDestroy",
  "aws:rds/globalCluster:GlobalCluster": "forceDestroy",
  "aws:rds/clusterInstance:ClusterInstance": "forceDestroy",
  "aws:route53/zone:Zone": "forceDestroy",
  "aws:transfer/server:Server": "forceDestroy",
};

export const forceDestroy = rule({
  id: "force-destroy",
  title: "Deleting a container does not delete what is in it",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation: "Set it to false; empty the container by hand before you delete it",
  types: Object.keys(FLAGS),
  lenientWhenEphemeral: true,
  check: (container) =>
    isNotTrue(
      container.at(FLAGS[container.type] ?? "forceDestroy"),
      "everything in it is deleted with it, without confirmation",
    ),
});
