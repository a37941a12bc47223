import { rule } from "../rule";

/** Where each type says how large a machine is. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  "aws:rds/instance:Instance": ["instanceClass"],
  "aws:rds/clusterInstance:ClusterInstance": ["instanceClass"],
  "aws:docdb/clusterInstance:ClusterInstance": ["instanceClass"],
  "aws:neptune/clusterInstance:ClusterInstance": ["instanceClass"],
  "aws:elasticache/replicationGroup:ReplicationGroup": ["nodeType"],
  "aws:elasticache/cluster:Cluster": ["nodeType"],
  "aws:opensearch/domain:Domain": ["clusterConfig", "instanceType"],
  "aws:redshift/cluster:Cluster": ["nodeType"],
  "aws:ec2/instance:Instance": ["instanceType"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["instanceType"],
};
/** Twelve times a large one or more: thousands of dollars a month each. */
const LARGE = /\.(metal(-\w{1,20})?|(1[2-9]|[2-9]\d|\d{3})xlarge)\b|^(p[2-6]|x[12]|u-|inf\d|trn\d)\w{0,20}\./;

export const costlyMachine = rule({
  id: "costly-machine",
  title: "No instance has a size that costs thousands of dollars a month",
  family: "cost",
  severity: "low",
  level: "advisory",
  controls: ["164.308(a)(1)(ii)(B)"],
  remediation: "Start with 2xlarge or smaller, and move up when the load requires it",
  types: Object.keys(CLASSES),
  check: (resource) => {
    const size = resource.at(...(CLASSES[resource.type] ?? []));
    if (size.unknown) return size.later();
    return LARGE.test((size.text ?? "").replace(/^(db|cache)\./, ""))
      ? size.refuse(`${size.text ?? ""} is one of the largest sizes`)
      : undefined;
  },
});
