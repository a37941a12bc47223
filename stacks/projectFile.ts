import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

/** Names by which the engine finds a project. */
const FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
/** Sections that have the engine take other programs for its providers, for packages that the rules know as well. */
const SECTIONS = ["plugins", "packages"];

/** What is wrong with the file of a project, or nothing. */
export function problemOfProject(folder: string): string | undefined {
  return FILES.filter((name) => existsSync(join(folder, name)))
    .map((name) => problemIn(name, readFileSync(join(folder, name))))
    .find((found) => found !== undefined);
}

/** The engine's reader takes more than this one: other encodings, unknown tags. What this one does not read, nobody has seen. */
function problemIn(name: string, bytes: Uint8Array): string | undefined {
  const keys = keysOf(bytes);
  if (keys === undefined) return `${name} is no YAML that everybody reads the same. Write it plainly`;
  const section = keys.find((key) => SECTIONS.includes(key.trim().toLowerCase()));
  return (
    section && `${name} has ${section}:, which has programs of somebody else make this program's resources. Remove it`
  );
}

function keysOf(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const document = parseDocument(new TextDecoder("utf-8", { fatal: true }).decode(bytes), { merge: true });
    if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
    const read: unknown = document.toJS();
    return typeof read === "object" && read !== null ? Object.keys(read) : [];
  } catch {
    return undefined;
  }
}
