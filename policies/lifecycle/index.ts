import type { Rule } from "../rule";
import { forceDestroy } from "./forceDestroy";
import { ignoredProtection } from "./ignoredProtection";
import { pulumiProtect } from "./pulumiProtect";
import { deleteBeforeReplace } from "./deleteBeforeReplace";
import { serviceDeletionProtection } from "./serviceDeletionProtection";
import { instanceTerminationProtection } from "./instanceTerminationProtection";
import { backupVaultLockEffective } from "./backupVaultLockEffective";
import { logGroupDeletionProtection } from "./logGroupDeletionProtection";

export const lifecycleRules: readonly Rule[] = [
  forceDestroy,
  ignoredProtection,
  pulumiProtect,
  deleteBeforeReplace,
  serviceDeletionProtection,
  instanceTerminationProtection,
  backupVaultLockEffective,
  logGroupDeletionProtection,
];
