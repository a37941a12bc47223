import type { GoModule } from "./goModules";
import type { PythonPackage } from "./pythonPackages";
import { licenceOf, type LicenceOf } from "./licences";
import { type Lock, type LockedPackage, resolvedIn } from "./lock";

/** Everything the list of parts is made of. */
export interface Parts {
  readonly lock: Lock;
  readonly installed: LicenceOf;
  readonly go: readonly GoModule[];
  readonly python: readonly PythonPackage[];
}

interface Component {
  readonly "bom-ref": string;
  readonly type: "library" | "application";
  readonly name: string;
  readonly version: string;
  /** `excluded`: for development and tests only. */
  readonly scope?: "required" | "excluded";
  readonly hashes?: readonly { readonly alg: "SHA-512"; readonly content: string }[];
  readonly licenses?: readonly object[];
  readonly purl: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * The software bill of materials, CycloneDX 1.6. It has neither a date nor a serial number, which are optional, so the same
 * parts make the same file. https://cyclonedx.org/docs/1.6/json/
 */
export function sbomOf({ lock, installed, go, python }: Parts) {
  const components = new Map<string, Component>();
  for (const each of lock.packages) {
    const made = npmComponent(each, licenceOf(each, installed));
    // One package at several places is one part, and needed if it is needed anywhere.
    const other = components.get(made.purl);
    if (other === undefined || made.scope === "required") components.set(made.purl, made);
  }
  for (const each of go) {
    const made = goComponent(each);
    components.set(made.purl, made);
  }
  for (const each of python) {
    const made = pythonComponent(each);
    components.set(made.purl, made);
  }
  const { root } = lock;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: npmComponent(root, root.license, "application") },
    components: [...components.values()].toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: dependenciesOf(lock),
  };
}

function npmComponent(
  each: LockedPackage,
  licence: string | undefined,
  type: Component["type"] = "library",
): Component {
  const { name, version = "", integrity = "", dev } = each;
  const [algorithm, hash] = integrity.split("-");
  return {
    "bom-ref": npmPurl(each),
    type,
    name,
    version,
    ...(type === "library" && { scope: dev ? ("excluded" as const) : ("required" as const) }),
    ...(algorithm === "sha512" &&
      hash !== undefined && {
        hashes: [{ alg: "SHA-512" as const, content: Buffer.from(hash, "base64").toString("hex") }],
      }),
    ...(licence !== undefined && { licenses: [licenceEntry(licence)] }),
    purl: npmPurl(each),
  };
}

/** CycloneDX takes an id of SPDX, an expression of several, or any text as a name. */
function licenceEntry(licence: string): object {
  if (/ (OR|AND|WITH) /.test(licence)) return { expression: licence };
  return { license: licence.includes(" ") ? { name: licence } : { id: licence } };
}

const npmPurl = ({ name, version = "" }: LockedPackage) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

function goComponent({ path, version, sum }: GoModule): Component {
  // The path is escaped part by part: its slashes are part of a purl.
  const purl = `pkg:golang/${path.toLowerCase().split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(version)}`;
  const properties = sum === undefined ? {} : { properties: [{ name: "go:sum", value: sum }] };
  return { "bom-ref": purl, type: "library", name: path, version, scope: "required", purl, ...properties };
}

function pythonComponent({ name, version }: PythonPackage): Component {
  const purl = `pkg:pypi/${name}@${version}`;
  return { "bom-ref": purl, type: "library", name, version, scope: "excluded", purl };
}

/** Which npm package needs which; Go and Python say only what is there. */
function dependenciesOf(lock: Lock) {
  const needed = new Map<string, Set<string>>();
  for (const each of [lock.root, ...lock.packages]) {
    const names = Object.keys({ ...each.dependencies, ...each.devDependencies, ...each.optionalDependencies });
    const own = needed.get(npmPurl(each)) ?? new Set();
    for (const name of names) {
      const found = resolvedIn(lock, each, name);
      if (found !== undefined) own.add(npmPurl(found));
    }
    needed.set(npmPurl(each), own);
  }
  return [...needed]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([ref, own]) => ({ ref, dependsOn: [...own].toSorted() }));
}
