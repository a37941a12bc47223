import type { Rule } from "../rule";
import { defaultProvider } from "./defaultProvider";
import { foreignCopies } from "./foreignCopies";
import { foreignProvider } from "./foreignProvider";
import { providerAccount } from "./providerAccount";
import { providerChecks } from "./providerChecks";
import { providerCredentials } from "./providerCredentials";
import { regions } from "./regions";

export const placementRules: readonly Rule[] = [
  providerAccount,
  providerCredentials,
  providerChecks,
  defaultProvider,
  foreignProvider,
  regions,
  foreignCopies,
];
