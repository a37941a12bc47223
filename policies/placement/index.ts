import type { Rule } from "../rule";
import { defaultProviderBesideOwn } from "./defaultProviderBesideOwn";
import { copyToOtherAccount } from "./copyToOtherAccount";
import { providerOfOtherAccount } from "./providerOfOtherAccount";
import { providerAccountPin } from "./providerAccountPin";
import { providerChecks } from "./providerChecks";
import { providerStaticCredentials } from "./providerStaticCredentials";
import { resourceRegionAbroad } from "./resourceRegionAbroad";

export const placementRules: readonly Rule[] = [
  providerAccountPin,
  providerStaticCredentials,
  providerChecks,
  defaultProviderBesideOwn,
  providerOfOtherAccount,
  resourceRegionAbroad,
  copyToOtherAccount,
];
