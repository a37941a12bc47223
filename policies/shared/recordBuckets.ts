import type { Resource } from "../engine/resource";
import { holdsRecordings } from "./buckets";

/** Names that say that a bucket holds what patients and clinicians put there. */
const RECORDS =
  /(^|[^a-z])(e?phi|patients?|records?|documents?|uploads?|files?|attachments?|medical|clinical|health|charts?|intake|forms?|consents?)([^a-z]|$)/i;
const NOT_RECORDS =
  /log|audit|trail|artifact|asset|static|website|web|state|backup|report|inventory|config|scan|quarantine/i;

/** A bucket of records other than recordings, which have rules of their own. */
export function holdsRecords(bucket: Resource): boolean {
  const names = [bucket.name, bucket.at("bucket").text ?? ""];
  return (
    !holdsRecordings(bucket) &&
    names.some((each) => RECORDS.test(each)) &&
    !names.some((each) => NOT_RECORDS.test(each))
  );
}
