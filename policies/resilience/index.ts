import type { Rule } from "../rule";
import { backupCoverage } from "./backupCoverage";
import { backupFrequency } from "./backupFrequency";
import { backupPlan } from "./backupPlan";

export const resilienceRules: readonly Rule[] = [backupCoverage, backupFrequency, backupPlan];
