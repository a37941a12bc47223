import type { Rule } from "../rule";
import { costlyLimit } from "./costlyLimit";
import { costlyMachine } from "./costlyMachine";
import { costlyGateways } from "./costlyGateways";
import { costlyDisk } from "./costlyDisk";

export const costRules: readonly Rule[] = [costlyMachine, costlyLimit, costlyDisk, costlyGateways];
