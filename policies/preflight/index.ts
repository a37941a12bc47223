import type { Rule } from "../rule";
import { backupTimes } from "./backupTimes";
import { bucketLifecycleOrder } from "./bucketLifecycleOrder";
import { capacityRange } from "./capacityRange";
import { databaseWindows } from "./databaseWindows";
import { documentForm } from "./documentForm";
import { firewallShape } from "./firewallShape";
import { edgeRegion } from "./edgeRegion";
import { securityGroupRuleShape } from "./securityGroupRuleShape";
import { kmsKeyLockout } from "./kmsKeyLockout";
import { listenerConflict } from "./listenerConflict";
import { logRetentionDays } from "./logRetentionDays";
import { nameRefusedByAws } from "./nameRefusedByAws";
import { policySize } from "./policySize";
import { queueAndConsumer } from "./queueAndConsumer";
import { retiredVersion } from "./retiredVersion";
import { scheduleExpression } from "./scheduleExpression";
import { serviceTrustNeverSent } from "./serviceTrustNeverSent";
import { serviceTrustUndocumented } from "./serviceTrustUndocumented";
import { fargateSize } from "./fargateSize";
import { textSize } from "./textSize";
import { unresolvedText } from "./unresolvedText";

export const preflightRules: readonly Rule[] = [
  unresolvedText,
  nameRefusedByAws,
  fargateSize,
  retiredVersion,
  securityGroupRuleShape,
  bucketLifecycleOrder,
  scheduleExpression,
  edgeRegion,
  queueAndConsumer,
  firewallShape,
  listenerConflict,
  policySize,
  kmsKeyLockout,
  capacityRange,
  backupTimes,
  databaseWindows,
  documentForm,
  textSize,
  logRetentionDays,
  serviceTrustNeverSent,
  serviceTrustUndocumented,
];
