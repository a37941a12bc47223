import { rule } from "../rule";
import { BUCKET, holdsRecordings, isLogTarget, VERSIONING } from "../shared/buckets";

export const s3VersioningSuspended = rule({
  id: "s3-versioning-suspended",
  title: "Versioning is not suspended or disabled",
  family: "effective-settings",
  severity: "high",
  controls: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)"],
  remediation: "Set versioningConfiguration.status to Enabled",
  types: [VERSIONING, BUCKET],
  lenientWhenEphemeral: true,
  checkInStack: (resource, stack) => {
    if (resource.type === BUCKET) {
      const inline = resource.at("versioning", "enabled");
      if (inline.unknown) return inline.later();
      return inline.flag === false && !holdsRecordings(resource) && !isLogTarget(resource, stack)
        ? inline.refuse("overwritten or deleted objects are lost")
        : undefined;
    }
    const status = resource.at("versioningConfiguration", "status");
    if (status.unknown) return status.later();
    const [bucket] = stack.referred(resource, resource.at("bucket"), [BUCKET]);
    if (bucket && holdsRecordings(bucket)) return undefined;
    return status.text === "Enabled" ? undefined : status.refuse("overwritten or deleted objects are lost");
  },
});
