import { api403 } from "./api403";
import { cdn403 } from "./cdn403";
import { database } from "./database";
import { deployment } from "./deployment";
import type { Explanation } from "./explanation";
import { signIn } from "./signIn";
import { upload } from "./upload";
import { video } from "./video";

/** What can be explained, as it is typed. */
export const SYMPTOM_NAMES = ["database", "sign-in", "upload", "api-403", "cdn-403", "video", "deployment"] as const;
export type Symptom = (typeof SYMPTOM_NAMES)[number];

export const SYMPTOMS: Readonly<Record<Symptom, Explanation>> = {
  database,
  "sign-in": signIn,
  upload,
  "api-403": api403,
  "cdn-403": cdn403,
  video,
  deployment,
};
