import type { Rule } from "../rule";
import { athenaEncryption } from "./athenaEncryption";
import { emrPublicAccessBlock } from "./emrPublicAccessBlock";
import { glueEncryption } from "./glueEncryption";
import { workbenchEncryption } from "./workbenchEncryption";
import { modelDataEncryption } from "./modelDataEncryption";
import { analyticsSecurityConfiguration } from "./analyticsSecurityConfiguration";

export const analyticsRules: readonly Rule[] = [
  athenaEncryption,
  emrPublicAccessBlock,
  glueEncryption,
  workbenchEncryption,
  modelDataEncryption,
  analyticsSecurityConfiguration,
];
