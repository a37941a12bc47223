import type { Rule } from "../rule";
import { apiCacheEncryption } from "./apiCacheEncryption";
import { apiPolicy } from "./apiPolicy";
import { originAccess } from "./originAccess";
import { originSigning } from "./originSigning";
import { recordingsSignedUrls } from "./recordingsSignedUrls";

export const edgeRules: readonly Rule[] = [
  apiCacheEncryption,
  apiPolicy,
  originAccess,
  originSigning,
  recordingsSignedUrls,
];
