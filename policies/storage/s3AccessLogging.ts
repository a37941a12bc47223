import { rule } from "../rule";
import { BUCKET, holdsRecordings, isLogTarget, siblingsOf } from "../shared/buckets";
import { holdsRecords } from "../shared/recordBuckets";

export const s3AccessLogging = rule({
  id: "s3-access-logging",
  title: "Buckets of records and recordings log access",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Add a BucketLogging with the bucket for access logs as its targetBucket",
  types: [BUCKET],
  // That a bucket holds records is read from its name; a trail with data events serves the same end.
  level: "advisory",
  checkInStack: (bucket, stack) => {
    if (!(holdsRecords(bucket) || holdsRecordings(bucket)) || isLogTarget(bucket, stack)) return undefined;
    const inline = bucket.at("logging");
    if (inline.given) return undefined;
    const { found, unclear } = siblingsOf(bucket, stack, "aws:s3/bucketLogging:BucketLogging");
    if (found.length > 0) return undefined;
    return unclear || inline.unknown ? inline.later() : inline.refuse("there is no record of who read which file");
  },
});
