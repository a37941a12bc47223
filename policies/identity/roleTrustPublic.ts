import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = { "aws:iam/role:Role": "assumeRolePolicy" };

export const roleTrustPublic = rule({
  id: "role-trust-public",
  title: "Roles can be assumed by named principals only",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Name the accounts, services or the identity pool; an external ID is not a secret and does not restrict who may assume it",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES, "trust"),
});
