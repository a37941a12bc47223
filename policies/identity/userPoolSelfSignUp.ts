import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

export const userPoolSelfSignUp = rule({
  id: "user-pool-self-sign-up",
  title: "Accounts are created by an administrator",
  family: "identity",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(d)"],
  remediation: "Set adminCreateUserConfig.allowAdminCreateUserOnly to true",
  types: [USER_POOL],
  check: (pool) =>
    isTrue(
      pool.at("adminCreateUserConfig", "allowAdminCreateUserOnly"),
      "anyone on the internet can create an account",
    ),
});
