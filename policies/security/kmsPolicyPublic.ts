import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:kms/key:Key": "policy",
  "aws:kms/keyPolicy:KeyPolicy": "policy",
  "aws:kms/replicaKey:ReplicaKey": "policy",
  "aws:kms/externalKey:ExternalKey": "policy",
  "aws:kms/replicaExternalKey:ReplicaExternalKey": "policy",
};

export const kmsPolicyPublic = rule({
  id: "kms-policy-public",
  title: "Key policies grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(a)(2)(iv)"],
  remediation: "Name the roles and services; for CloudFront, add the distribution as AWS:SourceArn",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES, "key"),
});
