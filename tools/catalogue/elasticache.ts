import { others } from "./entry";

export const OTHERS = others({
  "elasticache/subnetGroup:SubnetGroup": {
    outputs: { id: "{name}", arn: "{arn:elasticache}subnetgroup:{name}" },
    replacedBy: "name",
  },
  "elasticache/parameterGroup:ParameterGroup": {
    outputs: { id: "{name}", arn: "{arn:elasticache}parametergroup:{name}" },
  },
  "elasticache/replicationGroup:ReplicationGroup": {
    seconds: [360, 600, 1200],
    outputs: {
      id: (group) => group.input("replicationGroupId") ?? group.name,
      arn: "{arn:elasticache}replicationgroup:{id}",
      primaryEndpointAddress: "master.{id}.{alnum6@cache}.cache.{domain}",
      readerEndpointAddress: "replica.{id}.{alnum6@cache}.cache.{domain}",
    },
    replacedBy: "atRestEncryptionEnabled kmsKeyId port replicationGroupId snapshotArns subnetGroupName",
  },
});
