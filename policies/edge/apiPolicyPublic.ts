import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:apigateway/restApi:RestApi": "policy",
  "aws:apigateway/restApiPolicy:RestApiPolicy": "policy",
  "aws:apigateway/domainName:DomainName": "policy",
  "aws:vpclattice/authPolicy:AuthPolicy": "policy",
  "aws:vpclattice/resourcePolicy:ResourcePolicy": "policy",
  "aws:mediastore/containerPolicy:ContainerPolicy": "policy",
};

export const apiPolicyPublic = rule({
  id: "api-policy-public",
  title: "Resource policies of APIs grant nothing to unnamed principals",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Leave the policy out and let the authorizer decide, or restrict it with aws:SourceVpce or aws:SourceIp",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
