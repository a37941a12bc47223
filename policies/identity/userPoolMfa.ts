import { isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

export const userPoolMfa = rule({
  id: "user-pool-mfa",
  title: "Every user signs in with a second factor",
  family: "identity",
  severity: "critical",
  controls: ["164.312(d)"],
  remediation: "Set mfaConfiguration to ON; OPTIONAL leaves it to each user, and most users skip it",
  types: [USER_POOL],
  check: (pool) => isOneOf(pool.at("mfaConfiguration"), ["ON"], "a stolen password is enough to sign in", "OFF"),
});
