import { rule } from "../rule";
import { BUCKET, isLogTarget, siblingsOf, VERSIONING } from "../shared/buckets";
import { holdsRecords } from "../shared/recordBuckets";

export const s3VersioningMissing = rule({
  id: "s3-versioning-missing",
  title: "Overwritten or deleted objects in a bucket of records can be recovered",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"],
  remediation: "Add a BucketVersioning whose versioningConfiguration.status is Enabled",
  types: [BUCKET],
  // That a bucket holds records is read from its name.
  level: "advisory",
  checkInStack: (bucket, stack) => {
    const inline = bucket.at("versioning", "enabled");
    if (!holdsRecords(bucket) || isLogTarget(bucket, stack) || inline.flag !== undefined) return undefined;
    const { found, unclear } = siblingsOf(bucket, stack, VERSIONING);
    if (found.length > 0) return undefined;
    return unclear || inline.unknown ? inline.later() : inline.refuse("overwritten or deleted objects are lost");
  },
});
