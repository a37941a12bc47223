import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

/** Property with the password, and what makes AWS keep it instead. */
const PLACES: Readonly<Record<string, readonly [readonly string[], string]>> = {
  "aws:rds/cluster:Cluster": [["masterPassword"], "Set manageMasterUserPassword to true"],
  "aws:rds/instance:Instance": [["password"], "Set manageMasterUserPassword to true"],
  "aws:docdb/cluster:Cluster": [["masterPassword"], "Set manageMasterUserPassword to true"],
  "aws:redshift/cluster:Cluster": [["masterPassword"], "Set manageMasterPassword to true"],
  "aws:redshiftserverless/namespace:Namespace": [["adminUserPassword"], "Set manageAdminPassword to true"],
  "aws:docdb/elasticCluster:ElasticCluster": [["adminUserPassword"], "Set authType to SECRET_ARN"],
  "aws:opensearch/domain:Domain": [
    ["advancedSecurityOptions", "masterUserOptions", "masterUserPassword"],
    "Set masterUserArn to a role",
  ],
  "aws:dms/endpoint:Endpoint": [["password"], "Set secretsManagerArn and secretsManagerAccessRoleArn"],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": [
    ["selfManagedActiveDirectory", "password"],
    "Set domainJoinServiceAccountSecret",
  ],
};

export const databasePasswordValue = rule({
  id: "database-password-value",
  title: "AWS generates and stores database passwords",
  family: "secrets",
  severity: "high",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Let AWS generate the password and store it in Secrets Manager",
  types: Object.keys(PLACES),
  check: (database): Outcomes => {
    const [path, write] = PLACES[database.type] ?? [["password"], ""];
    const password = database.at(...path);
    if (password.unknown) return password.later();
    if (password.absent) return undefined;
    // With authType SECRET_ARN the same property holds where the password is.
    if (password.text?.startsWith("arn:aws") === true) return undefined;
    return password.refuse("the password is in the program or its state, and is never rotated", write);
  },
});
