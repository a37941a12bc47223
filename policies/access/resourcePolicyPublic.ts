import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:codebuild/resourcePolicy:ResourcePolicy": "policy",
  "aws:xray/resourcePolicy:ResourcePolicy": "policyDocument",
  "aws:redshiftserverless/resourcePolicy:ResourcePolicy": "policy",
  "aws:opensearchingest/resourcePolicy:ResourcePolicy": "policy",
  "aws:amp/resourcePolicy:ResourcePolicy": "policyDocument",
  "aws:networkfirewall/resourcePolicy:ResourcePolicy": "policy",
  "aws:organizations/resourcePolicy:ResourcePolicy": "content",
  "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": "deliveryDestinationPolicy",
};

export const resourcePolicyPublic = rule({
  id: "resource-policy-public",
  title: "Policies of builds, traces, pipelines and log deliveries grant nothing to unnamed principals",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Name the accounts or roles, or add a condition on aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
