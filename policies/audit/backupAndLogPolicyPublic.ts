import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:backup/vaultPolicy:VaultPolicy": "policy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": "accessPolicy",
  "aws:oam/sinkPolicy:SinkPolicy": "policy",
};

export const backupAndLogPolicyPublic = rule({
  id: "backup-and-log-policy-public",
  title: "Policies of backup vaults and log destinations grant nothing to unnamed principals",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(b)"],
  remediation: "Name the accounts that copy or write to it, or add a condition on aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
