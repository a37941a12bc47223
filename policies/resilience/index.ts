import type { Rule } from "../rule";
import { backupJobsApart } from "./backupJobsApart";
import { backupCoverage } from "./backupCoverage";
import { backupFrequency } from "./backupFrequency";
import { backupPlan } from "./backupPlan";
import { databaseStandby } from "./databaseStandby";
import { backupRestoreTests } from "./backupRestoreTests";

export const resilienceRules: readonly Rule[] = [
  backupCoverage,
  backupFrequency,
  backupJobsApart,
  backupPlan,
  databaseStandby,
  backupRestoreTests,
];
