import { createHash } from "node:crypto";
import type { Snapshot } from "./snapshot/snapshot";

/**
 * SHA-256 of what the report was made from: the snapshot as JSON with the keys of every block in order and no blanks. The
 * same stack gives the same sum however its file is laid out; secrets are hidden before.
 */
export function snapshotHash(snapshot: Snapshot): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(snapshot)))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
}
