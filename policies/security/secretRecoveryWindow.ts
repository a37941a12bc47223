import { isAtLeast } from "../engine/expect";
import { rule } from "../rule";

/** The shortest AWS offers besides none at all; thirty days when nothing is written. */
const SHORTEST = 7;
const DEFAULT = 30;

export const secretRecoveryWindow = rule({
  id: "secret-recovery-window",
  title: "A deleted secret can be restored for a week or more",
  family: "deletion-protection",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(B)"],
  remediation: "Leave recoveryWindowInDays out, which means 30 days",
  types: ["aws:secretsmanager/secret:Secret"],
  lenientWhenEphemeral: true,
  check: (secret) =>
    isAtLeast(secret.at("recoveryWindowInDays"), SHORTEST, "the secret is deleted immediately", DEFAULT),
});
