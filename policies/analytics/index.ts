import type { Rule } from "../rule";
import { athenaEncryption } from "./athenaEncryption";
import { clusterPublicAccess } from "./clusterPublicAccess";
import { glueEncryption } from "./glueEncryption";
import { workbenchEncryption } from "./workbenchEncryption";

export const analyticsRules: readonly Rule[] = [
  athenaEncryption,
  clusterPublicAccess,
  glueEncryption,
  workbenchEncryption,
];
