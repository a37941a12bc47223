import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const cloudtrailEncryption = rule({
  id: "cloudtrail-encryption",
  title: "Audit trails and event stores encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(b)"],
  remediation: "Set kmsKeyId to a key of this project that cloudtrail.amazonaws.com may use",
  types: ["aws:cloudtrail/trail:Trail", "aws:cloudtrail/eventDataStore:EventDataStore"],
  check: (trail) => ourKey(trail.at("kmsKeyId"), "the record of who did what is encrypted"),
});
