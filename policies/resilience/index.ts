import type { Rule } from "../rule";
import { backupCoverage } from "./backupCoverage";
import { backupFrequency } from "./backupFrequency";
import { backupPlan } from "./backupPlan";
import { databaseStandby } from "./databaseStandby";
import { restoreTests } from "./restoreTests";

export const resilienceRules: readonly Rule[] = [
  backupCoverage,
  backupFrequency,
  backupPlan,
  databaseStandby,
  restoreTests,
];
