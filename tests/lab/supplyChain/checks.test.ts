import { strict as assert } from "node:assert";
import { join } from "node:path";
import { checkSources } from "../../../lab/supplyChain/check";
import { checkGoModules } from "../../../lab/supplyChain/goModules";
import { checkInstallScripts } from "../../../lab/supplyChain/installScripts";
import { checkLicences, isPermissive } from "../../../lab/supplyChain/licences";
import { readLock } from "../../../lab/supplyChain/lock";
import { checkOrigins } from "../../../lab/supplyChain/origins";
import { checkPythonPackages } from "../../../lab/supplyChain/pythonPackages";
import { readSources } from "../../../lab/supplyChain/sources";
import { checkWorkflow } from "../../../lab/supplyChain/workflows";

const HASH = `sha512-${"A".repeat(86)}==`;
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const lockWith = (more: object, path = "node_modules/thing") =>
  readLock(
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        "": { name: "shop", version: "1.0.0" },
        [path]: { version: "1.0.0", license: "MIT", integrity: HASH, ...more },
      },
    }),
  );
const nothing = () => undefined;
const problems = (findings: readonly { readonly problem: string }[]) =>
  findings.map(({ problem }) => problem).join("\n");

describe("the working copy", () => {
  for (const [sentence, findings] of checkSources(readSources(join(__dirname, "../../.."))))
    it(sentence, () => {
      assert.deepEqual(findings, []);
    });
});

describe("a folder of the repository in the place of a package", () => {
  const withFolder = (folder: string, resolved = folder) =>
    readLock(
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          "": { name: "shop", version: "1.0.0" },
          "node_modules/thing": { link: true, resolved },
          [folder]: { name: "no-thing", version: "1.0.0", license: "MIT" },
        },
      }),
    );

  it("is no package from somewhere, as little as the link to it", () => {
    assert.deepEqual(withFolder("tools/thing").packages, []);
  });

  for (const [what, lock] of [
    ["outside of it", withFolder("../thing")],
    ["that a package brought with it", withFolder("node_modules/other/thing")],
    ["that is not the one the link goes to", withFolder("tools/thing", "tools/other")],
  ] as const)
    it(`is refused if it is one ${what}`, () => {
      assert.match(problems(checkOrigins(lock)), /does not come from/);
    });
});

describe("an npm package", () => {
  for (const [what, more, says] of [
    [
      "from the public registry is accepted",
      { resolved: "https://registry.npmjs.org/thing/-/thing-1.0.0.tgz" },
      undefined,
    ],
    ["whose registry is not written down is accepted", {}, undefined],
    [
      "from a host of somebody's own is refused",
      { resolved: "https://npm.example.com/thing-1.0.0.tgz" },
      /does not come from/,
    ],
    [
      "from a host that only begins alike is refused",
      { resolved: "https://registry.npmjs.org.example.com/t.tgz" },
      /come from/,
    ],
    ["from git is refused", { resolved: "git+ssh://git@github.com/a/b.git#1" }, /does not come from/],
    ["from a folder is refused", { link: true, resolved: "../thing" }, /does not come from/],
    ["without a hash is refused", { integrity: undefined }, /no SHA-512 hash/],
    ["with a weak hash is refused", { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, /no SHA-512 hash/],
    ["without a version is refused", { version: undefined }, /no version/],
  ] as const)
    it(what, () => {
      const found = problems(checkOrigins(lockWith(more)));
      if (says === undefined) assert.equal(found, "");
      else assert.match(found, says);
    });

  it("with an unknown install script is refused, and so is an entry for none", () => {
    const scripted = lockWith({ hasInstallScript: true });
    assert.match(problems(checkInstallScripts(scripted, {})), /it has an install script/);
    assert.deepEqual(checkInstallScripts(scripted, { thing: "warns" }), []);
    assert.match(problems(checkInstallScripts(lockWith({}), { thing: "warns" })), /no install script any more/);
  });

  it("counts by its real name if it is installed under another", () => {
    assert.deepEqual(
      checkInstallScripts(lockWith({ name: "@a/thing", hasInstallScript: true }), { "@a/thing": "x" }),
      [],
    );
  });
});

describe("a licence", () => {
  for (const [expression, verdict] of [
    ["MIT", true],
    ["GPL-3.0-only", false],
    ["", false],
    ["GPL-3.0-only OR MIT", true],
    ["MIT AND GPL-3.0-only", false],
    ["(BSD-3-Clause AND Apache-2.0)", true],
    ["(GPL-2.0-only OR MIT) AND ISC", true],
    ["(GPL-2.0-only OR MIT) AND SSPL-1.0", false],
    ["MIT OR (AGPL-3.0-only AND ISC)", true],
    ["SEE LICENSE IN LICENSE", false],
  ] as const)
    it(`${expression || "that is empty"} is ${verdict ? "permissive" : "not permissive"}`, () => {
      assert.equal(isPermissive(expression), verdict);
    });

  const exception = { name: "thing", licence: "MPL-2.0", reason: "unchanged" };
  for (const [what, more, exceptions, says] of [
    ["that is not permissive is refused", { license: "GPL-3.0-only" }, [], /its licence is GPL-3.0-only/],
    ["that is missing is refused", { license: undefined }, [], /its licence is unknown/],
    ["is excepted by name", { license: "MPL-2.0" }, [exception], undefined],
    ["is not excepted when it changes", { license: "SSPL-1.0" }, [exception], /its licence is SSPL-1.0/],
    ["needs no exception that nothing has", {}, [exception], /MPL-2.0 any more/],
  ] as const)
    it(what, () => {
      const found = problems(checkLicences(lockWith(more), nothing, exceptions));
      if (says === undefined) assert.equal(found, "");
      else assert.match(found, says);
    });

  it("is looked up in the package if the lock file does not say it", () => {
    const unsaid = lockWith({ license: undefined });
    assert.deepEqual(
      checkLicences(unsaid, (path) => (path === "node_modules/thing" ? "ISC" : undefined), []),
      [],
    );
  });
});

describe("a workflow", () => {
  const step = (line: string) => `jobs:\n  test:\n    steps:\n      - ${line}\n`;
  for (const [what, text, says] of [
    ["may use an action by its commit", step(`uses: actions/checkout@${COMMIT} # v6`), undefined],
    ["may use an action of its own", step("uses: ./.github/actions/prepare"), undefined],
    ["may use an image by its digest", step(`uses: docker://alpine@sha256:${"0".repeat(64)}`), undefined],
    ["may not use a tag", step("uses: actions/checkout@v6"), /actions\/checkout@v6 is not pinned/],
    ["may not use a short commit", step("uses: actions/checkout@0123456"), /is not pinned/],
    ["may not use an image by its tag", step("uses: docker://alpine:3"), /is not pinned/],
    [
      "may not use another workflow by its branch",
      "jobs:\n  a:\n    uses: a/b/.github/workflows/c.yml@main\n",
      /is not pinned/,
    ],
    [
      "that is an action is read too",
      "runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n",
      /a\/b@v1 is not pinned/,
    ],
    ["may install without scripts", step("run: npm ci --ignore-scripts"), undefined],
    ["may not install with scripts", step('run: "echo 1\\n\\nnpm ci"'), /`npm ci` runs install scripts/],
    ["may run a command of package.json", step("run: npm run install-nothing"), undefined],
  ] as const)
    it(what, () => {
      const found = problems(checkWorkflow("ci.yml", text));
      if (says === undefined) assert.equal(found, "");
      else assert.match(found, says);
    });
});

describe("what the tools are built from", () => {
  const mod = "module a\n\ngo 1.25\n\nrequire b.example/c v1.2.3\n\nrequire (\n\td.example/e v0.1.0 // indirect\n)\n";
  const sum = "b.example/c v1.2.3 h1:x=\nb.example/c v1.2.3/go.mod h1:y=\nd.example/e v0.1.0/go.mod h1:z=\n";
  it("is accepted with a hash of each module", () => {
    assert.deepEqual(checkGoModules({ mod, sum }), []);
  });
  it("is refused without one, or with a replacement", () => {
    assert.match(problems(checkGoModules({ mod, sum: sum.replace("d.example", "f.example") })), /go.sum has no hash/);
    assert.match(problems(checkGoModules({ mod: `${mod}replace b.example/c => ../c\n`, sum })), /replaces a module/);
  });
  it("is pinned, each package to one version", () => {
    assert.deepEqual(checkPythonPackages("# moto\nmoto[server]==5.1.0\nA.b==1\n"), []);
    assert.deepEqual(
      checkPythonPackages("moto>=5\nattrs\n-r other.txt\n").map(({ where }) => where),
      ["moto>=5", "attrs", "-r other.txt"],
    );
  });
});
