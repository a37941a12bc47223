import type { Rule } from "../rule";
import { auditPolicy } from "./auditPolicy";
import { backupVaultEncryption } from "./backupVaultEncryption";
import { logGroupEncryption } from "./logGroupEncryption";
import { traceEncryption } from "./traceEncryption";
import { trailEncryption } from "./trailEncryption";

export const auditRules: readonly Rule[] = [
  auditPolicy,
  backupVaultEncryption,
  logGroupEncryption,
  traceEncryption,
  trailEncryption,
];
