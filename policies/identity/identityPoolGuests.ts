import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

export const identityPoolGuests = rule({
  id: "identity-pool-guests",
  title: "Identity pools give AWS credentials to signed-in users only",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Set allowUnauthenticatedIdentities to false",
  types: ["aws:cognito/identityPool:IdentityPool"],
  check: (pool) => isNotTrue(pool.at("allowUnauthenticatedIdentities"), "anyone gets credentials for the account"),
});
