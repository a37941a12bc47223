import type { Rule } from "../rule";
import { buildArtifactEncryption } from "./buildArtifactEncryption";
import { buildPublic } from "./buildPublic";

export const deliveryRules: readonly Rule[] = [buildArtifactEncryption, buildPublic];
