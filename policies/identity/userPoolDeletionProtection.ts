import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const userPoolDeletionProtection = rule({
  id: "user-pool-deletion-protection",
  title: "User pools have AWS's deletion protection",
  family: "deletion-protection",
  severity: "critical",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(d)"],
  remediation:
    "Set deletionProtection to ACTIVE: passwords and second factors cannot be exported, so a deleted pool cannot be recovered",
  types: ["aws:cognito/userPool:UserPool"],
  // A stack that may vanish has to be let go of some day: for a while, with an owner and a reason, and never silently.
  neverExempt: false,
  lenientWhenEphemeral: true,
  check: (pool) =>
    isOneOf(pool.at("deletionProtection"), ["ACTIVE"], "a single API call deletes every user's account", "INACTIVE"),
});
