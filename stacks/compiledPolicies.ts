import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Packages from "../policies/shared/packages";
import type * as Program from "../policies/program";
import type * as Proof from "../policies/engine/proof";

/** Compiled, as the pack is: compiling some hundred rules at every start would take seconds. */
const BIN = join(__dirname, "..", "policies", "bin");

/** What a program asks of the policies, each by itself: the rules take a while to load, and the others nothing. */
interface Modules {
  readonly program: typeof Program;
  readonly "engine/proof": typeof Proof;
  readonly "shared/packages": typeof Packages;
}

export function loadCompiled<Name extends keyof Modules>(name: Name): Modules[Name] {
  if (!existsSync(BIN)) throw new Error("The policies are not compiled yet. Run `node tools/setup` once.");
  const load: (file: string) => Modules[Name] = createRequire(__filename);
  try {
    return load(join(BIN, name));
  } catch {
    throw new Error("policies/bin/ is out of date. Run `node tools/setup`.");
  }
}
