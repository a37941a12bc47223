import type { Rule } from "../rule";
import { alarmActions } from "./alarmActions";
import { alarmDimensions } from "./alarmDimensions";
import { backupAndLogPolicyPublic } from "./backupAndLogPolicyPublic";
import { backupVaultEncryption } from "./backupVaultEncryption";
import { logGroupEncryption } from "./logGroupEncryption";
import { logGroupRetention } from "./logGroupRetention";
import { xrayEncryption } from "./xrayEncryption";
import { cloudtrailEncryption } from "./cloudtrailEncryption";
import { cloudtrailEffective } from "./cloudtrailEffective";
import { cloudtrailManagementEvents } from "./cloudtrailManagementEvents";
import { cloudtrailObjectEvents } from "./cloudtrailObjectEvents";
import { cloudtrailDefaultEvents } from "./cloudtrailDefaultEvents";
import { detectorsSwitchedOn } from "./detectorsSwitchedOn";
import { flowLogTraffic } from "./flowLogTraffic";
import { vpcFlowLog } from "./vpcFlowLog";
import { loggingSwitchedOff } from "./loggingSwitchedOff";
import { loadBalancerAccessLogs } from "./loadBalancerAccessLogs";
import { databaseLogExports } from "./databaseLogExports";
import { eksAuditLog } from "./eksAuditLog";

export const auditRules: readonly Rule[] = [
  backupAndLogPolicyPublic,
  backupVaultEncryption,
  logGroupEncryption,
  logGroupRetention,
  xrayEncryption,
  cloudtrailEncryption,
  alarmActions,
  alarmDimensions,
  cloudtrailEffective,
  cloudtrailManagementEvents,
  cloudtrailObjectEvents,
  cloudtrailDefaultEvents,
  detectorsSwitchedOn,
  flowLogTraffic,
  vpcFlowLog,
  loggingSwitchedOff,
  loadBalancerAccessLogs,
  databaseLogExports,
  eksAuditLog,
];
