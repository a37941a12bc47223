import type { Rule } from "../rule";
import { iamPasswordPolicy } from "./iamPasswordPolicy";
import { userPoolClientWritableAttributes } from "./userPoolClientWritableAttributes";
import { userPoolClientUserExistence } from "./userPoolClientUserExistence";
import { userPoolClientFlows } from "./userPoolClientFlows";
import { userPoolClientOauth } from "./userPoolClientOauth";
import { userPoolClientTokenValidity } from "./userPoolClientTokenValidity";
import { identityPoolGuests } from "./identityPoolGuests";
import { identityPoolChecks } from "./identityPoolChecks";
import { identityPoolRoles } from "./identityPoolRoles";
import { identityProviderMapping } from "./identityProviderMapping";
import { userPoolRiskResponse } from "./userPoolRiskResponse";
import { roleTrustPublic } from "./roleTrustPublic";
import { userPoolAuthenticatorApp } from "./userPoolAuthenticatorApp";
import { userPoolDeletionProtection } from "./userPoolDeletionProtection";
import { userPoolMfa } from "./userPoolMfa";
import { userPoolPasswordPolicy } from "./userPoolPasswordPolicy";
import { userPoolRecovery } from "./userPoolRecovery";
import { userPoolSelfSignUp } from "./userPoolSelfSignUp";
import { userPoolThreatProtection } from "./userPoolThreatProtection";

export const identityRules: readonly Rule[] = [
  iamPasswordPolicy,
  userPoolClientWritableAttributes,
  userPoolClientUserExistence,
  userPoolClientFlows,
  userPoolClientOauth,
  userPoolClientTokenValidity,
  identityPoolGuests,
  identityPoolChecks,
  identityPoolRoles,
  identityProviderMapping,
  userPoolRiskResponse,
  roleTrustPublic,
  userPoolAuthenticatorApp,
  userPoolDeletionProtection,
  userPoolMfa,
  userPoolPasswordPolicy,
  userPoolRecovery,
  userPoolSelfSignUp,
  userPoolThreatProtection,
];
