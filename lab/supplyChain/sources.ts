import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Sources } from "./check";
import { readLock } from "./lock";

const SETUP = join("tools", "setup");
const manifest = z.object({ license: z.string().optional() });

/** Reads the files of a working copy. */
export function readSources(root: string): Sources {
  const text = (...path: readonly string[]) => readFileSync(join(root, ...path), "utf8");
  const github = readdirSync(join(root, ".github"), { recursive: true, encoding: "utf8" });
  return {
    lock: readLock(text("package-lock.json")),
    installed: (path) => {
      try {
        return manifest.parse(JSON.parse(text(path, "package.json"))).license;
      } catch {
        // Not installed: an optional package of another system.
        return undefined;
      }
    },
    go: readdirSync(join(root, SETUP))
      .toSorted()
      .filter((folder) => existsSync(join(root, SETUP, folder, "go.mod")))
      .map((folder) => ({ mod: text(SETUP, folder, "go.mod"), sum: text(SETUP, folder, "go.sum") })),
    requirements: text(SETUP, "emulator", "requirements.txt"),
    workflows: new Map(
      github
        .filter((file) => /\.ya?ml$/.test(file))
        .toSorted()
        .map((file) => [`.github/${file.replaceAll("\\", "/")}`, text(".github", file)]),
    ),
  };
}
