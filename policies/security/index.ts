import type { Rule } from "../rule";
import { keyDeletionWindow } from "./keyDeletionWindow";
import { keyPolicy } from "./keyPolicy";
import { keyRotation } from "./keyRotation";
import { parameterEncryption } from "./parameterEncryption";
import { secretEncryption } from "./secretEncryption";
import { secretPolicy } from "./secretPolicy";
import { secretRecoveryWindow } from "./secretRecoveryWindow";
import { keyUsable } from "./keyUsable";
import { keyRotationPeriod } from "./keyRotationPeriod";

export const securityRules: readonly Rule[] = [
  keyDeletionWindow,
  keyPolicy,
  keyRotation,
  parameterEncryption,
  secretEncryption,
  secretPolicy,
  secretRecoveryWindow,
  keyUsable,
  keyRotationPeriod,
];
