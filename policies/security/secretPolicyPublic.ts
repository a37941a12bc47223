import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:secretsmanager/secret:Secret": "policy",
  "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
  "aws:acmpca/policy:Policy": "policy",
};

export const secretPolicyPublic = rule({
  id: "secret-policy-public",
  title: "Policies of secrets and private certificate authorities grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Name the roles that read it, and set blockPublicPolicy to true",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
