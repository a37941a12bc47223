import type { Rule } from "../rule";
import { adminPermissions } from "./adminPermissions";
import { boundaryHandedOn } from "./boundaryHandedOn";
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
import { unseenPolicy } from "./unseenPolicy";
import { webIdentityTrust } from "./webIdentityTrust";
import { nestedPolicies } from "./nestedPolicies";

export const accessRules: readonly Rule[] = [
  adminPermissions,
  boundaryHandedOn,
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
  unseenPolicy,
  webIdentityTrust,
  nestedPolicies,
];
