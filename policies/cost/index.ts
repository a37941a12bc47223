import type { Rule } from "../rule";
import { highLimits } from "./highLimits";
import { largeClasses } from "./largeClasses";
import { manyGateways } from "./manyGateways";
import { provisionedIops } from "./provisionedIops";

export const costRules: readonly Rule[] = [largeClasses, highLimits, provisionedIops, manyGateways];
