import type { Rule } from "../rule";
import { dataTags } from "./dataTags";
import { productionCopy } from "./productionCopy";

export const taggingRules: readonly Rule[] = [productionCopy, dataTags];
