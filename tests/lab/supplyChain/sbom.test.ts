import { strict as assert } from "node:assert";
import { join } from "node:path";
import { readGoModules } from "../../../lab/supplyChain/goModules";
import { readLock } from "../../../lab/supplyChain/lock";
import { readPythonPackages } from "../../../lab/supplyChain/pythonPackages";
import { sbomOf } from "../../../lab/supplyChain/sbom";
import { readSources } from "../../../lab/supplyChain/sources";

/** Of an empty file. */
const EMPTY_HASH = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==";
const lock = readLock(
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      "": {
        name: "shop",
        version: "1.0.0",
        license: "MIT",
        dependencies: { "@x/a": "1" },
        devDependencies: { b: "1" },
      },
      "node_modules/@x/a": {
        version: "1.0.0",
        integrity: EMPTY_HASH,
        license: "ISC",
        dependencies: { b: "2", gone: "1" },
      },
      "node_modules/@x/a/node_modules/b": { version: "2.0.0", license: "MIT OR ISC" },
      "node_modules/b": { version: "1.0.0", license: "SEE LICENSE IN LICENSE", dev: true, dependencies: { c: "1" } },
      "node_modules/c": { name: "@x/real-c", version: "1.0.0", dev: true },
    },
  }),
);
const parts = {
  lock,
  installed: (path: string) => (path === "node_modules/c" ? "0BSD" : undefined),
  go: readGoModules({
    mod: "require Example.com/Mod v1.0.0+incompatible\n",
    sum: "Example.com/Mod v1.0.0+incompatible h1:s=\n",
  }),
  python: readPythonPackages("Foo_Bar[x]==1.0\n"),
};

describe("the software bill of materials", () => {
  const sbom = sbomOf(parts);
  const component = (name: string, version: string): any =>
    sbom.components.find((each) => each.name === name && each.version === version);

  it("has each part once, by its package URL, sorted", () => {
    assert.deepEqual(
      sbom.components.map(({ purl }) => purl),
      [
        "pkg:golang/example.com/mod@v1.0.0%2Bincompatible",
        "pkg:npm/%40x/a@1.0.0",
        "pkg:npm/%40x/real-c@1.0.0",
        "pkg:npm/b@1.0.0",
        "pkg:npm/b@2.0.0",
        "pkg:pypi/foo-bar@1.0",
      ],
    );
  });

  it("has hashes in hexadecimal, as CycloneDX wants them", () => {
    const [hash] = component("@x/a", "1.0.0").hashes;
    assert.equal(hash.alg, "SHA-512");
    // What `sha512sum` says of an empty file.
    assert.match(hash.content, /^cf83e1357eefb8bd[0-9a-f]{104}f927da3e$/);
    assert.deepEqual(component("Example.com/Mod", "v1.0.0+incompatible").properties, [
      { name: "go:sum", value: "h1:s=" },
    ]);
  });

  it("says a licence as an id, an expression or a text", () => {
    assert.deepEqual(component("@x/a", "1.0.0").licenses, [{ license: { id: "ISC" } }]);
    assert.deepEqual(component("b", "2.0.0").licenses, [{ expression: "MIT OR ISC" }]);
    assert.deepEqual(component("b", "1.0.0").licenses, [{ license: { name: "SEE LICENSE IN LICENSE" } }]);
    assert.deepEqual(component("@x/real-c", "1.0.0").licenses, [{ license: { id: "0BSD" } }]);
  });

  it("tells what runs from what only builds and tests", () => {
    assert.deepEqual(
      sbom.components.map(({ scope }) => scope),
      ["required", "required", "excluded", "excluded", "required", "excluded"],
    );
  });

  it("knows which version of a package another one gets", () => {
    assert.deepEqual(sbom.dependencies, [
      { ref: "pkg:npm/%40x/a@1.0.0", dependsOn: ["pkg:npm/b@2.0.0"] },
      { ref: "pkg:npm/%40x/real-c@1.0.0", dependsOn: [] },
      { ref: "pkg:npm/b@1.0.0", dependsOn: ["pkg:npm/%40x/real-c@1.0.0"] },
      { ref: "pkg:npm/b@2.0.0", dependsOn: [] },
      { ref: "pkg:npm/shop@1.0.0", dependsOn: ["pkg:npm/%40x/a@1.0.0", "pkg:npm/b@1.0.0"] },
    ]);
  });

  it("has neither a date nor a serial number, so it is the same for the same parts", () => {
    assert.equal(JSON.stringify(sbomOf(parts)), JSON.stringify(sbom));
    assert.deepEqual(Object.keys(sbom).toSorted(), [
      ...["$schema", "bomFormat", "components", "dependencies", "metadata", "specVersion", "version"],
    ]);
    assert.deepEqual(Object.keys(sbom.metadata), ["component"]);
  });

  it("of the working copy has a licence and a hash for every npm package, and refers to nothing it does not have", () => {
    const { lock: own, installed, go: modules, requirements } = readSources(join(__dirname, "../../.."));
    const real = sbomOf({
      lock: own,
      installed,
      go: modules.flatMap(readGoModules),
      python: readPythonPackages(requirements),
    });
    const npm = real.components.filter(({ purl }) => purl.startsWith("pkg:npm/"));
    assert.ok(npm.length > 300 && real.components.length > npm.length + 250);
    for (const { purl, hashes = [], licenses = [] } of npm) assert.equal(hashes.length + licenses.length, 2, purl);
    const refs = [...real.components, real.metadata.component].map((each) => each["bom-ref"]);
    assert.equal(new Set(refs).size, refs.length);
    const known = new Set(refs);
    for (const { ref, dependsOn } of real.dependencies)
      for (const each of [ref, ...dependsOn]) assert.ok(known.has(each), each);
    const direct = Object.values({ ...own.root.dependencies, ...own.root.devDependencies }).filter(
      (version) => !version.startsWith("file:"),
    );
    const root = real.dependencies.find(({ ref }) => ref === real.metadata.component["bom-ref"]);
    assert.equal(root?.dependsOn.length, direct.length);
  });
});
