import type { Rule } from "../rule";
import { forceDestroy } from "./forceDestroy";
import { ignoredProtection } from "./ignoredProtection";
import { protectStateful } from "./protectStateful";
import { replaceOrder } from "./replaceOrder";
import { serviceDeletionProtection } from "./serviceDeletionProtection";
import { instanceTermination } from "./instanceTermination";
import { vaultLockLength } from "./vaultLockLength";
import { logGroupKept } from "./logGroupKept";

export const lifecycleRules: readonly Rule[] = [
  forceDestroy,
  ignoredProtection,
  protectStateful,
  replaceOrder,
  serviceDeletionProtection,
  instanceTermination,
  vaultLockLength,
  logGroupKept,
];
