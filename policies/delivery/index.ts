import type { Rule } from "../rule";
import { buildEncryption } from "./buildEncryption";
import { buildVisibility } from "./buildVisibility";

export const deliveryRules: readonly Rule[] = [buildEncryption, buildVisibility];
