import type { Rule } from "../rule";
import { adminPermissions } from "./adminPermissions";
import { dataPermissions } from "./dataPermissions";
import { escalation } from "./escalation";
import { eventPermission } from "./eventPermission";
import { exceptPermissions } from "./exceptPermissions";
import { externalShare } from "./externalShare";
import { foreignGrants } from "./foreignGrants";
import { foreignTrust } from "./foreignTrust";
import { keyPolicyRights } from "./keyPolicyRights";
import { longLivedCredentials } from "./longLivedCredentials";
import { managedPolicies } from "./managedPolicies";
import { otherResourcePolicies } from "./otherResourcePolicies";
import { serviceWildcards } from "./serviceWildcards";
import { sharedTaskRole } from "./sharedTaskRole";
import { webIdentityTrust } from "./webIdentityTrust";
import { nestedPolicies } from "./nestedPolicies";

export const accessRules: readonly Rule[] = [
  adminPermissions,
  dataPermissions,
  escalation,
  eventPermission,
  exceptPermissions,
  externalShare,
  foreignGrants,
  foreignTrust,
  keyPolicyRights,
  longLivedCredentials,
  managedPolicies,
  otherResourcePolicies,
  serviceWildcards,
  sharedTaskRole,
  webIdentityTrust,
  nestedPolicies,
];
