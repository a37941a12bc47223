import { isNotFalse, isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const STATES: Readonly<Record<string, string>> = {
  "aws:kms/key:Key": "isEnabled",
  "aws:kms/replicaKey:ReplicaKey": "enabled",
};

export const kmsKeyUsable = rule({
  id: "kms-key-usable",
  title: "Keys are enabled, and their policies lock nobody out",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(a)(2)(iv)"],
  remediation: "Leave it out",
  types: Object.keys(STATES),
  check: (key) => [
    isNotFalse(
      key.at(STATES[key.type] ?? "enabled"),
      "data encrypted with a disabled key can be neither read nor written",
    ),
    isNotTrue(
      key.at("bypassPolicyLockoutSafetyCheck"),
      "a policy that nobody can change any more would be accepted, and everything encrypted would be lost",
    ),
  ],
});
