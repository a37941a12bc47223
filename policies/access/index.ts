import type { Rule } from "../rule";
import { iamEveryAction } from "./iamEveryAction";
import { iamBoundaryHandedOn } from "./iamBoundaryHandedOn";
import { iamDataEverywhere } from "./iamDataEverywhere";
import { iamPrivilegeEscalation } from "./iamPrivilegeEscalation";
import { eventBusPermissionPublic } from "./eventBusPermissionPublic";
import { iamAllowAllBut } from "./iamAllowAllBut";
import { ramExternalShare } from "./ramExternalShare";
import { resourcePolicyForeignAccount } from "./resourcePolicyForeignAccount";
import { roleTrustForeignAccount } from "./roleTrustForeignAccount";
import { kmsPolicyRights } from "./kmsPolicyRights";
import { iamLongLivedCredentials } from "./iamLongLivedCredentials";
import { iamBroadManagedPolicy } from "./iamBroadManagedPolicy";
import { resourcePolicyPublic } from "./resourcePolicyPublic";
import { iamServiceWildcard } from "./iamServiceWildcard";
import { ecsTaskRoleShared } from "./ecsTaskRoleShared";
import { iamUnseenPolicy } from "./iamUnseenPolicy";
import { roleTrustWebIdentity } from "./roleTrustWebIdentity";
import { accessPointAndModelPolicyPublic } from "./accessPointAndModelPolicyPublic";

export const accessRules: readonly Rule[] = [
  iamEveryAction,
  iamBoundaryHandedOn,
  iamDataEverywhere,
  iamPrivilegeEscalation,
  eventBusPermissionPublic,
  iamAllowAllBut,
  ramExternalShare,
  resourcePolicyForeignAccount,
  roleTrustForeignAccount,
  kmsPolicyRights,
  iamLongLivedCredentials,
  iamBroadManagedPolicy,
  resourcePolicyPublic,
  iamServiceWildcard,
  ecsTaskRoleShared,
  iamUnseenPolicy,
  roleTrustWebIdentity,
  accessPointAndModelPolicyPublic,
];
