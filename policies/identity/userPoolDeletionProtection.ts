import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const userPoolDeletionProtection = rule({
  id: "user-pool-deletion-protection",
  title: "AWS itself refuses to delete a user pool",
  family: "deletion-protection",
  severity: "critical",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(d)"],
  remediation:
    "Set deletionProtection to ACTIVE: passwords and second factors cannot be exported, so a deleted pool is final",
  types: ["aws:cognito/userPool:UserPool"],
  // A stack that may vanish has to be let go of some day: for a while, with an owner and a reason, and never silently.
  neverExempt: false,
  lenientWhenEphemeral: true,
  check: (pool) =>
    isOneOf(pool.at("deletionProtection"), ["ACTIVE"], "one call deletes every account of every user", "INACTIVE"),
});
