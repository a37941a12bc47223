import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { ACCOUNT_SETTING, FREE, NO_METRIC, as, notDrawn } from "./reasons";
import { CALL } from "./seconds";

/** The identifiers of IAM, by what they identify: IAM identifiers, IAM User Guide. */
const CREATED = "2024-01-01T00:00:00Z";

const path = (resource: Resource) => resource.input("path") ?? "/";

const iamArn = (kind: string) => (resource: Resource) => resource.fill(`{global:iam}${kind}${path(resource)}{name}`);

export const MADE = made({
  "iam/role:Role": {
    price: FREE.rights,
    seconds: [1, 2, 15],
    outputs: {
      id: "{name}",
      arn: iamArn("role"),
      namePrefix: "",
      uniqueId: "AROA{upper17}",
      createDate: CREATED,
    },
    replacedBy: "name namePrefix path",
    named: { max: 64 },
    drawn: as("the lines to what it may read and write"),
    alarms: NO_METRIC,
  },
  "iam/policy:Policy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: iamArn("policy"),
      namePrefix: "",
      policyId: "ANPA{upper17}",
      attachmentCount: 0,
    },
    replacedBy: "description name namePrefix path",
    named: { max: 128 },
    partOf: "iam/role:Role",
  },
  "iam/rolePolicy:RolePolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.role}:{name}", namePrefix: "" },
    replacedBy: "name namePrefix role",
    named: { max: 128 },
    partOf: "iam/role:Role",
  },
  "iam/rolePolicyAttachment:RolePolicyAttachment": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.role}-{digits26}" },
    replacedBy: "*",
    partOf: "iam/role:Role",
  },
  "iam/group:Group": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{name}", arn: iamArn("group"), uniqueId: "AGPA{upper17}" },
    named: { max: 128 },
    drawn: notDrawn("people are given rights here, and no data flows"),
    alarms: NO_METRIC,
  },
  "iam/groupPolicyAttachment:GroupPolicyAttachment": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.group}-{digits26}" },
    replacedBy: "*",
    partOf: "iam/group:Group",
  },
  "iam/openIdConnectProvider:OpenIdConnectProvider": {
    price: FREE.rights,
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: (provider) =>
        provider.fill(`{global:iam}oidc-provider/${(provider.input("url") ?? "").replace(/^https:\/\//, "")}`),
      thumbprintLists: ["{hex40:thumbprint}"],
    },
    replacedBy: "url",
    drawn: "box",
    alarms: NO_METRIC,
  },
  "iam/accountPasswordPolicy:AccountPasswordPolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "iam-account-password-policy", expirePasswords: false },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
});

export const OTHERS = others({
  "iam/rolePoliciesExclusive:RolePoliciesExclusive": { outputs: { id: "{.roleName}" } },
  "iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": { outputs: { id: "{.roleName}" } },
  "iam/user:User": { outputs: { id: "{name}", arn: iamArn("user"), uniqueId: "AIDA{upper17}" }, named: { max: 64 } },
  "iam/userPolicy:UserPolicy": { outputs: { id: "{.user}:{name}", namePrefix: "" } },
  "iam/userPolicyAttachment:UserPolicyAttachment": { outputs: { id: "{.user}-{digits26}" }, replacedBy: "*" },
  "iam/groupPolicy:GroupPolicy": { outputs: { id: "{.group}:{name}", namePrefix: "" } },
  "iam/instanceProfile:InstanceProfile": {
    outputs: {
      id: "{name}",
      arn: iamArn("instance-profile"),
      namePrefix: "",
      uniqueId: "AIPA{upper17}",
      createDate: CREATED,
    },
    replacedBy: "name namePrefix path",
    named: { max: 128 },
  },
  "iam/accessKey:AccessKey": {
    outputs: {
      id: "AKIA{upper16}",
      secret: (key) => key.secret("mixed", 40, "secret"),
      sesSmtpPasswordV4: (key) => key.secret("mixed", 44, "smtp"),
      createDate: CREATED,
      encryptedSecret: "",
      encryptedSesSmtpPasswordV4: "",
      keyFingerprint: "",
    },
  },
  "iam/samlProvider:SamlProvider": { outputs: { id: "{=arn}", arn: "{global:iam}saml-provider/{name}" } },
  "iam/serviceLinkedRole:ServiceLinkedRole": {
    outputs: {
      id: "{=arn}",
      arn: "{global:iam}role/aws-service-role/{.awsServiceName}/{=name}",
      name: (role) => `AWSServiceRoleFor${(role.input("awsServiceName") ?? "").split(".")[0] ?? ""}`,
      path: "/aws-service-role/{.awsServiceName}/",
      uniqueId: "AROA{upper17}",
      createDate: CREATED,
    },
    replacedBy: "awsServiceName customSuffix",
  },
  "iam/accountAlias:AccountAlias": { outputs: { id: "{.accountAlias}" } },
});
