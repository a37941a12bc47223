import type { Finding } from "./finding";
import { checkGoModules, type GoFiles } from "./goModules";
import { checkInstallScripts } from "./installScripts";
import { checkLicences, type LicenceOf } from "./licences";
import type { Lock } from "./lock";
import { checkOrigins } from "./origins";
import { checkPythonPackages } from "./pythonPackages";
import { checkWorkflow } from "./workflows";

/** Every file that says what we build on, as text. */
export interface Sources {
  readonly lock: Lock;
  readonly installed: LicenceOf;
  /** Of each program in Go that the set-up builds. */
  readonly go: readonly GoFiles[];
  readonly requirements: string;
  /** By path. */
  readonly workflows: ReadonlyMap<string, string>;
}

/** What each check found, by the sentence that is true when it found nothing. */
export function checkSources(sources: Sources): ReadonlyMap<string, readonly Finding[]> {
  const { lock, installed, go, requirements, workflows } = sources;
  return new Map([
    ["every npm package has a hash and comes from the public registry", checkOrigins(lock)],
    ["every licence is permissive, or excepted with a reason", checkLicences(lock, installed)],
    ["no package needs its install script", checkInstallScripts(lock)],
    ["every Go module has a hash", go.flatMap(checkGoModules)],
    ["every Python package is pinned", checkPythonPackages(requirements)],
    [
      "workflows pin actions by commit and run no install scripts",
      [...workflows].flatMap(([file, text]) => checkWorkflow(file, text)),
    ],
  ]);
}
