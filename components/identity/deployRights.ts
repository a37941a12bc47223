import type { DeployRights } from "../shared/deployRights";

/** What deploying user pools and identity pools takes. */
export const RIGHTS: DeployRights = {
  manage: {
    "cognito-identity":
      "Create* Describe* GetIdentityPoolRoles GetPrincipalTagAttributeMap ListTagsForResource Set* TagResource",
    "cognito-idp":
      "AssociateWebACL CreateUserPool Describe* GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetUICustomization GetUserPoolMfaConfig GetWebACLForResource ListTagsForResource TagResource",
  },
  manageOwn: {
    "cognito-identity": "DeleteIdentityPool UntagResource UpdateIdentityPool",
    "cognito-idp":
      "CreateGroup CreateIdentityProvider CreateUserPoolClient CreateUserPoolDomain Delete* DisassociateWebACL Set* UntagResource UpdateGroup UpdateIdentityProvider UpdateUserPool*",
  },
  passedTo: ["cognito-identity", "cognito-idp"],
};
