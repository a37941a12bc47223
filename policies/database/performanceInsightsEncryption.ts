import { rule } from "../rule";
import { ourKey } from "../shared/key";

/** Performance Insights keeps the text of queries, which may hold what a patient told. */
export const performanceInsightsEncryption = rule({
  id: "performance-insights-encryption",
  title: "Performance Insights encrypts recorded queries with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set performanceInsightsKmsKeyId to a key of this project",
  types: [
    "aws:rds/cluster:Cluster",
    "aws:rds/instance:Instance",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:docdb/clusterInstance:ClusterInstance",
  ],
  check: (database) => {
    const enabled = database.at(
      database.type.startsWith("aws:docdb") ? "enablePerformanceInsights" : "performanceInsightsEnabled",
    );
    if (enabled.unknown) return enabled.later();
    return enabled.flag === true
      ? ourKey(database.at("performanceInsightsKmsKeyId"), "recorded queries are encrypted")
      : undefined;
  },
});
