import type { Rule } from "../rule";
import { kmsDeletionWindow } from "./kmsDeletionWindow";
import { kmsPolicyPublic } from "./kmsPolicyPublic";
import { kmsKeyRotation } from "./kmsKeyRotation";
import { ssmParameterEncryption } from "./ssmParameterEncryption";
import { secretEncryption } from "./secretEncryption";
import { secretPolicyPublic } from "./secretPolicyPublic";
import { secretRecoveryWindow } from "./secretRecoveryWindow";
import { kmsKeyUsable } from "./kmsKeyUsable";
import { kmsRotationPeriod } from "./kmsRotationPeriod";

export const securityRules: readonly Rule[] = [
  kmsDeletionWindow,
  kmsPolicyPublic,
  kmsKeyRotation,
  ssmParameterEncryption,
  secretEncryption,
  secretPolicyPublic,
  secretRecoveryWindow,
  kmsKeyUsable,
  kmsRotationPeriod,
];
