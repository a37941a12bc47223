import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:cognito/userPool:UserPool": { holdsData: true },
    "aws:cognito/identityPool:IdentityPool": { holdsData: true },
    "aws:cognito/userPoolDomain:UserPoolDomain": {
      holdsData: false,
      named: [
        "domain",
        /^(?!.*(aws|amazon|cognito))[a-z\d]([a-z\d-]{0,61}[a-z\d])?$|^[\w-]+(\.[\w-]+)+$/,
        "at most 63 lowercase letters, digits and hyphens without aws, amazon and cognito, or a custom domain",
      ],
    },
  },
  [
    "aws:cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag",
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    "aws:cognito/identityProvider:IdentityProvider",
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    "aws:cognito/riskConfiguration:RiskConfiguration",
    "aws:cognito/userGroup:UserGroup",
    "aws:cognito/userPoolClient:UserPoolClient",
  ],
);

export const METRICS: Dimensions = {
  "AWS/Cognito": {
    UserPool: subject(["id"], "aws:cognito/userPool:UserPool"),
    UserPoolClient: subject(["id"], "aws:cognito/userPoolClient:UserPoolClient"),
    IdentityProvider: ANY,
    UserPoolId: subject(["id"], "aws:cognito/userPool:UserPool"),
    Operation: ANY,
    RiskLevel: ANY,
  },
};
