import type { Rule } from "../rule";
import { forceDestroy } from "./forceDestroy";
import { ignoredProtection } from "./ignoredProtection";
import { protectStateful } from "./protectStateful";
import { replaceOrder } from "./replaceOrder";

export const lifecycleRules: readonly Rule[] = [forceDestroy, ignoredProtection, protectStateful, replaceOrder];
