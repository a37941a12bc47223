import { rule } from "../rule";
import { allowedEverywhere, judgesPermissions, PERMISSION_TYPES } from "../shared/permissions";
import { isBoundBy } from "../shared/specific";

/** With each of these alone, on everything, the holder becomes an administrator or somebody else. */
const ACTIONS = [
  "iam:PassRole",
  "iam:CreatePolicyVersion",
  "iam:SetDefaultPolicyVersion",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:AttachGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:PutGroupPolicy",
  "iam:UpdateAssumeRolePolicy",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteUserPermissionsBoundary",
  "iam:PutRolePermissionsBoundary",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:UpdateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:AddUserToGroup",
  "iam:AddRoleToInstanceProfile",
  "iam:CreateRole",
  "iam:CreateUser",
  "iam:DeactivateMFADevice",
  "iam:CreateOpenIDConnectProvider",
  "iam:UpdateSAMLProvider",
  "sts:AssumeRole",
  "lambda:UpdateFunctionCode",
  "lambda:AddPermission",
  "glue:UpdateDevEndpoint",
  "codebuild:StartBuild",
  "datapipeline:PutPipelineDefinition",
  "sso:CreateAccountAssignment",
  "sso:PutInlinePolicyToPermissionSet",
];
const BOUND =
  /^iam:(permissionsboundary|passedtoservice|associatedresourcearn|policyarn|resourcetag\/.+)$|^aws:resourcetag\//;

export const iamPrivilegeEscalation = rule({
  id: "iam-privilege-escalation",
  title: "No identity can grant itself more permissions",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.308(a)(4)(ii)(C)"],
  remediation:
    "Name the roles or functions in Resource; restrict iam:PassRole with iam:PassedToService, and role creation with iam:PermissionsBoundary",
  types: PERMISSION_TYPES,
  ...judgesPermissions((permission) => {
    const action = allowedEverywhere(permission, ACTIONS);
    if (action === undefined || isBoundBy(permission.condition, BOUND)) return undefined;
    return `allows ${action} on ${permission.resources.join(", ")}, and with it every other permission`;
  }),
});
