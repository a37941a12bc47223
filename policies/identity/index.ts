import type { Rule } from "../rule";
import { accountPasswords } from "./accountPasswords";
import { clientAttributes } from "./clientAttributes";
import { clientEnumeration } from "./clientEnumeration";
import { clientFlows } from "./clientFlows";
import { clientOAuth } from "./clientOAuth";
import { clientTokens } from "./clientTokens";
import { guestIdentities } from "./guestIdentities";
import { identityPoolChecks } from "./identityPoolChecks";
import { identityPoolRoles } from "./identityPoolRoles";
import { providerMapping } from "./providerMapping";
import { riskResponse } from "./riskResponse";
import { roleTrust } from "./roleTrust";
import { userPoolAuthenticator } from "./userPoolAuthenticator";
import { userPoolDeletionProtection } from "./userPoolDeletionProtection";
import { userPoolMfa } from "./userPoolMfa";
import { userPoolPasswords } from "./userPoolPasswords";
import { userPoolRecovery } from "./userPoolRecovery";
import { userPoolSignUp } from "./userPoolSignUp";
import { userPoolThreats } from "./userPoolThreats";

export const identityRules: readonly Rule[] = [
  accountPasswords,
  clientAttributes,
  clientEnumeration,
  clientFlows,
  clientOAuth,
  clientTokens,
  guestIdentities,
  identityPoolChecks,
  identityPoolRoles,
  providerMapping,
  riskResponse,
  roleTrust,
  userPoolAuthenticator,
  userPoolDeletionProtection,
  userPoolMfa,
  userPoolPasswords,
  userPoolRecovery,
  userPoolSignUp,
  userPoolThreats,
];
