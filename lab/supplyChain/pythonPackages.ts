import type { Finding } from "./finding";

/** A package that the emulator of AWS is made of: for tests only. */
export interface PythonPackage {
  readonly name: string;
  readonly version: string;
}

const lines = (requirements: string) =>
  requirements
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
const PINNED = /^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)$/;

/** Names as PyPI has them, sorted. */
export function readPythonPackages(requirements: string): readonly PythonPackage[] {
  return lines(requirements)
    .flatMap((line) => {
      const [, name, version] = PINNED.exec(line) ?? [];
      const normal = name?.toLowerCase().replaceAll(/[._-]+/g, "-");
      return normal === undefined || version === undefined ? [] : [{ name: normal, version }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whatever a requirement is that names more than one version. */
export function checkPythonPackages(requirements: string): readonly Finding[] {
  return lines(requirements)
    .filter((line) => !PINNED.test(line))
    .map((line) => ({ where: line, problem: "it is not pinned. Write name==version" }));
}
