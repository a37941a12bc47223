import type { Rule } from "../rule";
import { alarmActions } from "./alarmActions";
import { alarmDimensions } from "./alarmDimensions";
import { auditPolicy } from "./auditPolicy";
import { backupVaultEncryption } from "./backupVaultEncryption";
import { logGroupEncryption } from "./logGroupEncryption";
import { logGroupRetention } from "./logGroupRetention";
import { traceEncryption } from "./traceEncryption";
import { trailEncryption } from "./trailEncryption";

export const auditRules: readonly Rule[] = [
  auditPolicy,
  backupVaultEncryption,
  logGroupEncryption,
  logGroupRetention,
  traceEncryption,
  trailEncryption,
  alarmActions,
  alarmDimensions,
];
