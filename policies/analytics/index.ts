import type { Rule } from "../rule";
import { athenaEncryption } from "./athenaEncryption";
import { clusterPublicAccess } from "./clusterPublicAccess";
import { glueEncryption } from "./glueEncryption";
import { workbenchEncryption } from "./workbenchEncryption";
import { modelEncryption } from "./modelEncryption";
import { clusterDataEncryption } from "./clusterDataEncryption";

export const analyticsRules: readonly Rule[] = [
  athenaEncryption,
  clusterPublicAccess,
  glueEncryption,
  workbenchEncryption,
  modelEncryption,
  clusterDataEncryption,
];
