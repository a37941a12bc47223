import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

export const finalSnapshotNamed = rule({
  id: "final-snapshot-named",
  title: "Deleting an in-memory database leaves a snapshot",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation: "Set finalSnapshotName",
  types: ["aws:memorydb/cluster:Cluster"],
  lenientWhenEphemeral: true,
  check: (store) =>
    isGiven(
      store.at("finalSnapshotName"),
      "MemoryDB takes a final snapshot only if it has a name: deletion leaves nothing behind",
    ),
});
