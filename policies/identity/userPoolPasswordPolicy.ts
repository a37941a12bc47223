import { isAtLeast, isTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

const CLASSES = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"];
const SHORTEST = 12;
/** A passphrase of this length needs no classes: NIST SP 800-63B asks for 15 and no composition. */
const PASSPHRASE = 20;
const LONGEST_TEMPORARY_DAYS = 7;

export const userPoolPasswordPolicy = rule({
  id: "user-pool-password-policy",
  title: "Passwords have 12 characters of four classes, or 20 of any",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)"],
  remediation:
    "Set passwordPolicy.minimumLength to 12 or more, all four require... to true, and temporaryPasswordValidityDays to 7 or less",
  types: [USER_POOL],
  check: (pool): Outcomes => {
    const policy = pool.at("passwordPolicy");
    const length = policy.at("minimumLength");
    const days = policy.at("temporaryPasswordValidityDays");
    const long = (length.number ?? 0) >= PASSPHRASE;
    return [
      isAtLeast(length, SHORTEST, "shorter passwords can be guessed", 8),
      long
        ? undefined
        : CLASSES.map((each) => isTrue(policy.at(each), "short passwords with fewer character classes can be guessed")),
      days.unknown
        ? days.later()
        : (days.number ?? LONGEST_TEMPORARY_DAYS) > LONGEST_TEMPORARY_DAYS
          ? days.refuse("a mailed password stays valid for too long")
          : undefined,
    ];
  },
});
