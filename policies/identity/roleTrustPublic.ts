import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = { "aws:iam/role:Role": "assumeRolePolicy" };

export const roleTrustPublic = rule({
  id: "role-trust-public",
  title: "Roles can be assumed by nobody unnamed",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Name the accounts, services or the identity pool; an external id is no secret and narrows nothing",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES, "trust"),
});
