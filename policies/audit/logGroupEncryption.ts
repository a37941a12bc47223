import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const logGroupEncryption = rule({
  id: "log-group-encryption",
  title: "Log groups encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(b)"],
  remediation: "Set kmsKeyId to the ARN of a key of this project that logs.<region>.amazonaws.com may use",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  check: (group) => ourKey(group.at("kmsKeyId"), "log events are encrypted"),
});
