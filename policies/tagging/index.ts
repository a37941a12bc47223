import type { Rule } from "../rule";
import { dataTags } from "./dataTags";
import { productionDataElsewhere } from "./productionDataElsewhere";

export const taggingRules: readonly Rule[] = [productionDataElsewhere, dataTags];
