import { rule } from "../rule";

export const databaseParameterGroup = rule({
  id: "database-parameter-group",
  title: "Aurora PostgreSQL has a parameter group of its own",
  family: "encryption-in-transit",
  severity: "low",
  controls: ["164.312(e)(1)", "164.312(b)"],
  remediation: "Name a ClusterParameterGroup that forces TLS and logs connections",
  types: ["aws:rds/cluster:Cluster"],
  level: "advisory",
  check: (cluster) => {
    const [engine, group] = [cluster.at("engine"), cluster.at("dbClusterParameterGroupName")];
    if (engine.text !== "aurora-postgresql") return undefined;
    if (group.unknown) return group.later();
    return group.absent || group.text?.startsWith("default.") === true
      ? group.refuse("AWS's default group does not force TLS before version 17, and logs no connections")
      : undefined;
  },
});
