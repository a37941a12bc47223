import type { Finding } from "./finding";
import type { Lock, LockedPackage } from "./lock";

/** SPDX ids of licences that ask for a notice at most. */
const PERMISSIVE = new Set([
  ...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MIT-0"],
  ...["PSF-2.0", "Python-2.0", "Unlicense"],
]);

/** A package that may be used all the same. */
export interface Exception {
  readonly name: string;
  readonly licence: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: "@logdna/tail-file",
    licence: "SEE LICENSE IN LICENSE",
    reason: "the file is the MIT licence",
  },
  {
    name: "axe-core",
    licence: "MPL-2.0",
    reason: "tests of the reports use it unchanged; we hand it on to nobody",
  },
  {
    name: "spdx-exceptions",
    licence: "CC-BY-3.0",
    reason: "a list of names, no program; the Pulumi SDK brings it",
  },
];

/** What a package says its licence is; `installed` answers for those whose lock entry says nothing. */
export type LicenceOf = (path: string) => string | undefined;

/** Packages with a licence that is neither permissive nor excepted, and exceptions nobody needs. */
export function checkLicences(
  lock: Lock,
  installed: LicenceOf,
  exceptions: readonly Exception[] = EXCEPTIONS,
): readonly Finding[] {
  const used = new Set<Exception>();
  const found = lock.packages.flatMap((each) => {
    const licence = licenceOf(each, installed);
    if (licence !== undefined && isPermissive(licence)) return [];
    const exception = exceptions.find(({ name, licence: other }) => name === each.name && other === licence);
    if (exception === undefined) {
      const problem = `its licence is ${licence ?? "unknown"}. Replace it, or except it by name in lab/supplyChain/licences.ts`;
      return [{ where: each.path, problem }];
    }
    used.add(exception);
    return [];
  });
  const unneeded = exceptions.filter((each) => !used.has(each));
  return [
    ...found,
    ...unneeded.map(({ name, licence }) => ({
      where: name,
      problem: `nothing has the licence ${licence} any more. Remove the exception`,
    })),
  ];
}

/** How many packages have each licence, most first. */
export function licenceTable({ packages }: Lock, installed: LicenceOf): readonly (readonly [string, number])[] {
  const count = new Map<string, number>();
  for (const each of packages) {
    const licence = licenceOf(each, installed) ?? "unknown";
    count.set(licence, (count.get(licence) ?? 0) + 1);
  }
  return [...count].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}

export const licenceOf = ({ license, path }: LockedPackage, installed: LicenceOf) => license ?? installed(path);

/** Of an `OR` one side is enough, of an `AND` both are needed; inner brackets first. */
export function isPermissive(expression: string): boolean {
  const inner = /\(([^()]*)\)/.exec(expression);
  if (inner !== null) {
    const value = isPermissive(inner[1] ?? "") ? "MIT" : "-";
    return isPermissive(expression.replace(inner[0], value));
  }
  return expression
    .split(" OR ")
    .some((side) => side.split(" AND ").every((licence) => PERMISSIVE.has(licence.trim())));
}
