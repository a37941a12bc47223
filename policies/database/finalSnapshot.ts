import { isNotTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import { rule } from "../rule";

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";

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
    LUSTRE,
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/ontapVolume:OntapVolume",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
  ],
  lenientWhenEphemeral: true,
  check: (store) => {
    // AWS takes no final snapshot of a read replica: its source holds the same data.
    if (!store.at("replicateSourceDb").absent) return undefined;
    // Of Lustre alone AWS keeps no last copy unless it is asked to.
    if (store.type === LUSTRE && store.at("deploymentType").text?.startsWith("PERSISTENT") === true)
      return isFalse(store.at("skipFinalBackup"));
    return isNotTrue(
      store.at(store.type.startsWith("aws:fsx") ? "skipFinalBackup" : "skipFinalSnapshot"),
      "deletion leaves nothing behind",
    );
  },
});

function isFalse(flag: Field): Outcome | undefined {
  if (flag.unknown) return flag.later();
  return flag.flag === false ? undefined : flag.refuse("deletion leaves nothing behind");
}
