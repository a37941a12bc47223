import type { Rule } from "../rule";
import { guestIdentities } from "./guestIdentities";
import { roleTrust } from "./roleTrust";
import { userPoolDeletionProtection } from "./userPoolDeletionProtection";

export const identityRules: readonly Rule[] = [guestIdentities, roleTrust, userPoolDeletionProtection];
