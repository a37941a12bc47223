import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:opensearch/domain:Domain": "accessPolicies",
  "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:elasticsearch/domain:Domain": "accessPolicies",
  "aws:elasticsearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:dynamodb/resourcePolicy:ResourcePolicy": "policy",
  "aws:dsql/clusterPolicy:ClusterPolicy": "policy",
  "aws:redshift/resourcePolicy:ResourcePolicy": "policy",
  "aws:redshiftserverless/resourcePolicy:ResourcePolicy": "policy",
  "aws:glue/resourcePolicy:ResourcePolicy": "policy",
};

export const databasePolicyPublic = rule({
  id: "database-policy-public",
  title: "Policies of search domains, tables and warehouses grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Name the roles that search or read, or add a condition on aws:SourceAccount or aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
