import type { Rule } from "../rule";
import { alarmActions } from "./alarmActions";
import { alarmDimensions } from "./alarmDimensions";
import { auditPolicy } from "./auditPolicy";
import { backupVaultEncryption } from "./backupVaultEncryption";
import { logGroupEncryption } from "./logGroupEncryption";
import { logGroupRetention } from "./logGroupRetention";
import { traceEncryption } from "./traceEncryption";
import { trailEncryption } from "./trailEncryption";
import { trailEffective } from "./trailEffective";
import { trailContent } from "./trailContent";
import { trailObjects } from "./trailObjects";
import { trailDefaultEvents } from "./trailDefaultEvents";
import { detectorsOn } from "./detectorsOn";
import { flowLogTraffic } from "./flowLogTraffic";
import { vpcFlowLog } from "./vpcFlowLog";
import { logsSwitchedOff } from "./logsSwitchedOff";
import { loadBalancerLogs } from "./loadBalancerLogs";
import { databaseLogs } from "./databaseLogs";
import { clusterAuditLogs } from "./clusterAuditLogs";

export const auditRules: readonly Rule[] = [
  auditPolicy,
  backupVaultEncryption,
  logGroupEncryption,
  logGroupRetention,
  traceEncryption,
  trailEncryption,
  alarmActions,
  alarmDimensions,
  trailEffective,
  trailContent,
  trailObjects,
  trailDefaultEvents,
  detectorsOn,
  flowLogTraffic,
  vpcFlowLog,
  logsSwitchedOff,
  loadBalancerLogs,
  databaseLogs,
  clusterAuditLogs,
];
