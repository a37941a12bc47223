import { rule } from "../rule";

/** What may grow by itself, and from where on that is more than a mistake should cost. */
const LIMITS: Readonly<Record<string, readonly [path: readonly string[], most: number, unit: string]>> = {
  "aws:rds/cluster:Cluster": [["serverlessv2ScalingConfiguration", "maxCapacity"], 64, "capacity units of Aurora"],
  "aws:appautoscaling/target:Target": [["maxCapacity"], 100, "units"],
  "aws:autoscaling/group:Group": [["maxSize"], 50, "instances"],
  "aws:redshiftserverless/workgroup:Workgroup": [["maxCapacity"], 128, "units of Redshift"],
  "aws:ecs/service:Service": [["desiredCount"], 50, "tasks"],
  "aws:kinesis/stream:Stream": [["shardCount"], 50, "shards"],
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": [
    ["provisionedConcurrentExecutions"],
    100,
    "provisioned function instances",
  ],
};

export const costlyLimit = rule({
  id: "costly-limit",
  title: "Whatever scales automatically has an affordable limit",
  family: "cost",
  severity: "low",
  level: "advisory",
  controls: ["164.308(a)(1)(ii)(B)"],
  remediation: "Set a limit of twice the highest load so far, and raise it when an alarm says so",
  types: Object.keys(LIMITS),
  check: (resource) => {
    const [path, most, unit] = LIMITS[resource.type] ?? [[], Number.POSITIVE_INFINITY, ""];
    const limit = resource.at(...path);
    // A table's or a stream's units are counted in thousands.
    if (/^(dynamodb|cassandra|kafka):/.test(resource.at("scalableDimension").text ?? "")) return undefined;
    if (limit.unknown) return limit.later();
    return (limit.number ?? 0) > most ? limit.refuse(`can scale to ${String(limit.number)} ${unit}`) : undefined;
  },
});
