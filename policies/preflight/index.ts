import type { Rule } from "../rule";
import { backupTimes } from "./backupTimes";
import { bucketLifecycle } from "./bucketLifecycle";
import { capacityRange } from "./capacityRange";
import { databaseWindows } from "./databaseWindows";
import { documentForm } from "./documentForm";
import { firewallShape } from "./firewallShape";
import { globalEdge } from "./globalEdge";
import { groupRuleShape } from "./groupRuleShape";
import { keyLockout } from "./keyLockout";
import { listenerConflicts } from "./listenerConflicts";
import { logRetentionDays } from "./logRetentionDays";
import { names } from "./names";
import { policySize } from "./policySize";
import { queuePairs } from "./queuePairs";
import { retiredVersions } from "./retiredVersions";
import { scheduleExpressions } from "./scheduleExpressions";
import { serviceTrustNeverSent } from "./serviceTrustNeverSent";
import { serviceTrustUndocumented } from "./serviceTrustUndocumented";
import { taskSize } from "./taskSize";
import { textSize } from "./textSize";
import { unresolvedText } from "./unresolvedText";

export const preflightRules: readonly Rule[] = [
  unresolvedText,
  names,
  taskSize,
  retiredVersions,
  groupRuleShape,
  bucketLifecycle,
  scheduleExpressions,
  globalEdge,
  queuePairs,
  firewallShape,
  listenerConflicts,
  policySize,
  keyLockout,
  capacityRange,
  backupTimes,
  databaseWindows,
  documentForm,
  textSize,
  logRetentionDays,
  serviceTrustNeverSent,
  serviceTrustUndocumented,
];
