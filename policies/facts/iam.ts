import { facts } from "./facts";

export const TYPES = facts(
  {
    "aws:iam/role:Role": {
      holdsData: false,
      named: ["name", /^[\w+=,.@-]{1,64}$/, "at most 64 letters, digits and + = , . @ - _"],
    },
    "aws:iam/user:User": { named: ["name", /^[\w+=,.@-]{1,64}$/, "at most 64 letters, digits and + = , . @ - _"] },
    "aws:iam/policy:Policy": {
      holdsData: false,
      named: ["name", /^[\w+=,.@-]{1,128}$/, "at most 128 letters, digits and + = , . @ - _"],
    },
  },
  [
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    "aws:iam/group:Group",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  ],
);
