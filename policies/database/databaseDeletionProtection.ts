import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const FLAGS: Readonly<Record<string, string>> = {
  "aws:rds/cluster:Cluster": "deletionProtection",
  "aws:rds/instance:Instance": "deletionProtection",
  "aws:rds/globalCluster:GlobalCluster": "deletionProtection",
  "aws:docdb/cluster:Cluster": "deletionProtection",
  "aws:docdb/globalCluster:GlobalCluster": "deletionProtection",
  "aws:neptune/cluster:Cluster": "deletionProtection",
  "aws:neptune/globalCluster:GlobalCluster": "deletionProtection",
  "aws:neptunegraph/graph:Graph": "deletionProtection",
  "aws:dynamodb/table:Table": "deletionProtectionEnabled",
  "aws:dynamodb/tableReplica:TableReplica": "deletionProtectionEnabled",
  "aws:dsql/cluster:Cluster": "deletionProtectionEnabled",
  "aws:qldb/ledger:Ledger": "deletionProtection",
};
/** A ledger is protected unless somebody writes that it is not. */
const PROTECTED_BY_DEFAULT = "aws:qldb/ledger:Ledger";

/** Replicas too: one that reports read from is missed at once, and its own copy may be the last. */
export const databaseDeletionProtection = rule({
  id: "database-deletion-protection",
  title: "Databases have AWS's deletion protection",
  family: "deletion-protection",
  severity: "critical",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  remediation: "Set deletion protection to true",
  types: Object.keys(FLAGS),
  // A stack that may vanish has to be let go of some day: for a while, with an owner and a reason, and never silently.
  neverExempt: false,
  lenientWhenEphemeral: true,
  check: (database) => {
    const flag = database.at(FLAGS[database.type] ?? "deletionProtection");
    if (database.type === PROTECTED_BY_DEFAULT && flag.absent) return undefined;
    return [
      isTrue(flag, "a single API call deletes the database and everything in it"),
      ...(database.type === "aws:dynamodb/table:Table" ? database.at("replicas").items : []).map((each) =>
        isTrue(each.at("deletionProtectionEnabled"), "a single API call deletes the replica and everything in it"),
      ),
    ];
  },
});
