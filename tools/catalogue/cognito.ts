import { made, others } from "./entry";
import { FREE, NO_METRIC } from "./reasons";
import { CALL } from "./seconds";

const CREATED = "2024-01-01T00:00:00Z";

export const MADE = made({
  "cognito/userPool:UserPool": {
    price: "priced",
    seconds: [1, 3, 30],
    outputs: {
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
    replacedBy: "aliasAttributes usernameAttributes usernameConfiguration",
    protectedBy: {
      property: "deletionProtection",
      value: "ACTIVE",
      answer: (name) =>
        `deleting Cognito User Pool (${name}): operation error Cognito Identity Provider: DeleteUserPool, StatusCode: 400, ` +
        "InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. " +
        "Deletion protection must be inactivated first.",
    },
    drawn: "box",
    alarms: "sign-in",
  },
  "cognito/userPoolClient:UserPoolClient": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: {
      id: "{alnum26}",
      clientSecret: (client) => (client.value("generateSecret") === true ? client.secret("alnum", 51, "secret") : ""),
      enableTokenRevocation: true,
      preventUserExistenceErrors: "ENABLED",
      authSessionValidity: 3,
      refreshTokenValidity: 30,
    },
    replacedBy: "generateSecret userPoolId",
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/userPoolDomain:UserPoolDomain": {
    price: FREE.userPool,
    seconds: [1, 3, 60],
    outputs: {
      id: "{.domain}",
      awsAccountId: "{account}",
      cloudfrontDistribution: "d{alnum13}.cloudfront.net",
      cloudfrontDistributionArn: "{=cloudfrontDistribution}",
      cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
      s3Bucket: "aws-cognito-prod-{region}-assets",
      version: "2024010100000",
    },
    replacedBy: "domain userPoolId",
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/userGroup:UserGroup": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: { id: "{.userPoolId}/{name}" },
    replacedBy: "name userPoolId",
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/identityProvider:IdentityProvider": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: { id: "{.userPoolId}:{.providerName}" },
    replacedBy: "providerName providerType userPoolId",
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/riskConfiguration:RiskConfiguration": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{.userPoolId}" },
    replacedBy: "clientId userPoolId",
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/logDeliveryConfiguration:LogDeliveryConfiguration": {
    price: FREE.recorded,
    seconds: CALL,
    outputs: { id: "{.userPoolId}" },
    partOf: "cognito/userPool:UserPool",
  },
  "cognito/identityPool:IdentityPool": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: { id: "{region}:{uuid}", arn: "{arn:cognito-identity}identitypool/{id}" },
    replacedBy: "developerProviderName",
    drawn: "box",
    alarms: NO_METRIC,
  },
  "cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: { id: "{.identityPoolId}" },
    replacedBy: "identityPoolId",
    partOf: "cognito/identityPool:IdentityPool",
  },
  "cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag": {
    price: FREE.userPool,
    seconds: CALL,
    outputs: {
      id: "{.identityPoolId}:{.identityProviderName}",
    },
    replacedBy: "identityPoolId identityProviderName",
    partOf: "cognito/identityPool:IdentityPool",
  },
});

export const OTHERS = others({
  "cognito/resourceServer:ResourceServer": {
    outputs: { id: "{.userPoolId}|{.identifier}" },
    replacedBy: "identifier userPoolId",
  },
  "cognito/user:User": {
    outputs: {
      id: "{.userPoolId}/{.username}",
      sub: "{uuid}",
      status: "FORCE_CHANGE_PASSWORD",
      enabled: true,
    },
    replacedBy: "username userPoolId",
  },
  "cognito/userPoolUICustomization:UserPoolUICustomization": { outputs: { id: "{.userPoolId},{.clientId|ALL}" } },
  "cognito/managedUserPoolClient:ManagedUserPoolClient": { outputs: { id: "{alnum26}" } },
});
