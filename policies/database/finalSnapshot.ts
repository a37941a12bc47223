import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

export const finalSnapshot = rule({
  id: "final-snapshot",
  title: "Deleting a database or file system leaves a final snapshot",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation: "Set it to false and name the final snapshot",
  types: [
    "aws:rds/cluster:Cluster",
    "aws:rds/instance:Instance",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
    "aws:lightsail/database:Database",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
  ],
  lenientWhenEphemeral: true,
  check: (store) => {
    // AWS takes no final snapshot of a read replica: its source holds the same data.
    if (!store.at("replicateSourceDb").absent) return undefined;
    return isNotTrue(
      store.at(store.type.startsWith("aws:fsx") ? "skipFinalBackup" : "skipFinalSnapshot"),
      "nothing is left after a deletion",
    );
  },
});
