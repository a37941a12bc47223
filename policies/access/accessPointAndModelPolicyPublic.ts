import { rule } from "../rule";
import { noPublicGrant } from "../shared/publicGrant";

/** Policies that stand inside a block, or under a name of their own. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy": ["details", "policy"],
  "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy": ["policy"],
  "aws:fsx/s3AccessPointAttachment:S3AccessPointAttachment": ["s3AccessPoint", "policy"],
  "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": ["resourcePolicy"],
  "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy": ["policy"],
  "aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy": ["accessPolicy"],
  "aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy": ["policy"],
};

export const accessPointAndModelPolicyPublic = rule({
  id: "access-point-and-model-policy-public",
  title: "Policies of access points, models and phone numbers grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Name the accounts or roles, or add a condition on aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: (resource) => noPublicGrant(resource.at(...(POLICIES[resource.type] ?? []))),
});
