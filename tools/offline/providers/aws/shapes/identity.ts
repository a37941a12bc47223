import { secret } from "../../wire";
import type { Resource, Shapes } from "../template";

/** The identifiers of IAM, by what they identify: IAM identifiers, IAM User Guide. */
const CREATED = "2024-01-01T00:00:00Z";

const path = (resource: Resource) => resource.input("path") ?? "/";

const iamArn = (kind: string) => (resource: Resource) => resource.fill(`{global:iam}${kind}${path(resource)}{name}`);

export const identityShapes: Shapes = {
  "cognito/userPool:UserPool": {
    id: "{region}_{mixed9}",
    arn: "{arn:cognito-idp}userpool/{id}",
    endpoint: "cognito-idp.{region}.{domain}/{id}",
    creationDate: CREATED,
    lastModifiedDate: CREATED,
    customDomain: "",
    domain: "",
    estimatedNumberOfUsers: 0,
    userPoolTier: "ESSENTIALS",
  },
  "cognito/userPoolClient:UserPoolClient": {
    id: "{alnum26}",
    clientSecret: (client) =>
      client.value("generateSecret") === true ? secret(client.random("alnum", 51, "secret")) : "",
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    authSessionValidity: 3,
    refreshTokenValidity: 30,
  },
  "cognito/userPoolDomain:UserPoolDomain": {
    id: "{.domain}",
    awsAccountId: "{account}",
    cloudfrontDistribution: "d{alnum13}.cloudfront.net",
    cloudfrontDistributionArn: "{=cloudfrontDistribution}",
    cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
    s3Bucket: "aws-cognito-prod-{region}-assets",
    version: "2024010100000",
  },
  "cognito/userGroup:UserGroup": { id: "{.userPoolId}/{name}" },
  "cognito/resourceServer:ResourceServer": { id: "{.userPoolId}|{.identifier}" },
  "cognito/identityProvider:IdentityProvider": { id: "{.userPoolId}:{.providerName}" },
  "cognito/user:User": {
    id: "{.userPoolId}/{.username}",
    sub: "{uuid}",
    status: "FORCE_CHANGE_PASSWORD",
    enabled: true,
  },
  "cognito/riskConfiguration:RiskConfiguration": { id: "{.userPoolId}" },
  "cognito/logDeliveryConfiguration:LogDeliveryConfiguration": { id: "{.userPoolId}" },
  "cognito/userPoolUICustomization:UserPoolUICustomization": { id: "{.userPoolId},{.clientId|ALL}" },
  "cognito/managedUserPoolClient:ManagedUserPoolClient": { id: "{alnum26}" },
  "cognito/identityPool:IdentityPool": { id: "{region}:{uuid}", arn: "{arn:cognito-identity}identitypool/{id}" },
  "cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment": { id: "{.identityPoolId}" },
  "cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag": {
    id: "{.identityPoolId}:{.identityProviderName}",
  },
  "iam/role:Role": {
    id: "{name}",
    arn: iamArn("role"),
    namePrefix: "",
    uniqueId: "AROA{upper17}",
    createDate: CREATED,
  },
  "iam/policy:Policy": {
    id: "{=arn}",
    arn: iamArn("policy"),
    namePrefix: "",
    policyId: "ANPA{upper17}",
    attachmentCount: 0,
  },
  "iam/rolePolicy:RolePolicy": { id: "{.role}:{name}", namePrefix: "" },
  "iam/rolePolicyAttachment:RolePolicyAttachment": { id: "{.role}-{digits26}" },
  "iam/rolePoliciesExclusive:RolePoliciesExclusive": { id: "{.roleName}" },
  "iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": { id: "{.roleName}" },
  "iam/user:User": { id: "{name}", arn: iamArn("user"), uniqueId: "AIDA{upper17}" },
  "iam/userPolicy:UserPolicy": { id: "{.user}:{name}", namePrefix: "" },
  "iam/userPolicyAttachment:UserPolicyAttachment": { id: "{.user}-{digits26}" },
  "iam/group:Group": { id: "{name}", arn: iamArn("group"), uniqueId: "AGPA{upper17}" },
  "iam/groupPolicy:GroupPolicy": { id: "{.group}:{name}", namePrefix: "" },
  "iam/groupPolicyAttachment:GroupPolicyAttachment": { id: "{.group}-{digits26}" },
  "iam/instanceProfile:InstanceProfile": {
    id: "{name}",
    arn: iamArn("instance-profile"),
    namePrefix: "",
    uniqueId: "AIPA{upper17}",
    createDate: CREATED,
  },
  "iam/accessKey:AccessKey": {
    id: "AKIA{upper16}",
    secret: (key) => secret(key.random("mixed", 40, "secret")),
    sesSmtpPasswordV4: (key) => secret(key.random("mixed", 44, "smtp")),
    createDate: CREATED,
    encryptedSecret: "",
    encryptedSesSmtpPasswordV4: "",
    keyFingerprint: "",
  },
  "iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: "{=arn}",
    arn: (provider) =>
      provider.fill(`{global:iam}oidc-provider/${(provider.input("url") ?? "").replace(/^https:\/\//, "")}`),
    thumbprintLists: ["{hex40:thumbprint}"],
  },
  "iam/samlProvider:SamlProvider": { id: "{=arn}", arn: "{global:iam}saml-provider/{name}" },
  "iam/serviceLinkedRole:ServiceLinkedRole": {
    id: "{=arn}",
    arn: "{global:iam}role/aws-service-role/{.awsServiceName}/{=name}",
    name: (role) => `AWSServiceRoleFor${(role.input("awsServiceName") ?? "").split(".")[0] ?? ""}`,
    path: "/aws-service-role/{.awsServiceName}/",
    uniqueId: "AROA{upper17}",
    createDate: CREATED,
  },
  "iam/accountPasswordPolicy:AccountPasswordPolicy": { id: "iam-account-password-policy", expirePasswords: false },
  "iam/accountAlias:AccountAlias": { id: "{.accountAlias}" },
};
