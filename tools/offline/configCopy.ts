import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** Keys by which a stack's file says how its secrets are encrypted: an offline run has no access to that key. */
const ENCRYPTION_KEYS = ["secretsprovider", "encryptedkey", "encryptionsalt"];
/** Stands for a secret that only the real key can open. */
const PLACEHOLDER = "offline-placeholder";

/**
 * Copies `Pulumi.<stack>.yaml` for an offline run, so that the committed file is never written to. Values encrypted for
 * the real stack become placeholders; the salt that Pulumi keeps in the copy survives.
 */
export function copyConfig(root: string, offline: string, stack: string): string {
  const committed = join(root, `Pulumi.${stack}.yaml`);
  const copy = join(offline, `Pulumi.${stack}.yaml`);
  const source = existsSync(committed) ? readYaml(committed) : {};
  const { encryptionsalt } = existsSync(copy) ? readYaml(copy) : {};
  const kept = Object.entries(source).filter(([key]) => !ENCRYPTION_KEYS.includes(key));
  const result = replaceSecrets({ ...Object.fromEntries(kept), ...(encryptionsalt ? { encryptionsalt } : {}) });
  mkdirSync(offline, { recursive: true });
  // Renamed into place: another run may be reading it.
  const aside = `${copy}.${process.pid}`;
  writeFileSync(aside, stringify(result));
  renameSync(aside, copy);
  return copy;
}

function readYaml(file: string): Record<string, unknown> {
  const parsed: unknown = parse(readFileSync(file, "utf8"));
  return isMap(parsed) ? parsed : {};
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `{secure: ...}` at any depth is a ciphertext. */
function replaceSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaceSecrets);
  if (!isMap(value)) return value;
  if (Object.keys(value).length === 1 && typeof value["secure"] === "string") return PLACEHOLDER;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceSecrets(each)]));
}
