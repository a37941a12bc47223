import { rule } from "../rule";
import { BUCKET, holdsRecordings, siblingsOf, VERSIONING } from "../shared/buckets";

export const recordingsVersioning = rule({
  id: "recordings-versioning",
  title: "Buckets of session recordings are versioned",
  family: "retention",
  severity: "low",
  controls: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"],
  remediation: "Enable versioning with a short noncurrentVersionExpiration: AWS Backup and replication need it",
  types: [BUCKET],
  level: "advisory",
  checkInStack: (bucket, stack) => {
    if (!holdsRecordings(bucket) || bucket.at("versioning", "enabled").flag === true) return undefined;
    const { found, unclear } = siblingsOf(bucket, stack, VERSIONING);
    const states = found.map((each) => each.at("versioningConfiguration", "status"));
    if (states.some((each) => each.text === "Enabled")) return undefined;
    if (unclear || states.some((each) => each.unknown)) return bucket.at("versioning").later();
    return bucket
      .at("versioning")
      .refuse("an overwritten or deleted recording is lost, and recordings cannot be backed up or replicated");
  },
});
