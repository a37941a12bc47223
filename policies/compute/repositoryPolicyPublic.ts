import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": "repositoryPolicy",
  "aws:codeartifact/domainPermissions:DomainPermissions": "policyDocument",
  "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy": "policyDocument",
};

export const repositoryPolicyPublic = rule({
  id: "repository-policy-public",
  title: "Policies of image and package repositories grant nothing to unnamed principals",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Name the accounts or roles that pull, or add a condition on aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
