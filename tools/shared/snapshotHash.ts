import { createHash } from "node:crypto";
import { canonicalJson } from "./canonicalJson";
import type { Snapshot } from "./snapshot/snapshot";

/**
 * SHA-256 of what the report was made from: the snapshot as JSON with the keys of every block in order and no blanks. The
 * same stack gives the same sum however its file is laid out; secrets are hidden before.
 */
export function snapshotHash(snapshot: Snapshot): string {
  return createHash("sha256").update(canonicalJson(snapshot)).digest("hex");
}
