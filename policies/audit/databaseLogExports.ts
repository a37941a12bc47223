import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

export const databaseLogExports = rule({
  id: "database-log-exports",
  title: "Databases send their logs to CloudWatch",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: 'Set enabledCloudwatchLogsExports, to ["postgresql"] on PostgreSQL',
  types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"],
  // Which logs there are depends on the engine.
  level: "advisory",
  check: (database) => {
    // A replica writes what its source is asked; an Aurora instance of the old form has none of its own.
    if (!database.at("replicateSourceDb").absent || !database.at("replicationSourceIdentifier").absent)
      return undefined;
    return isGiven(database.at("enabledCloudwatchLogsExports"), "sign-ins to the database are not recorded");
  },
});
