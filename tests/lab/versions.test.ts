import { strict as assert } from "node:assert";
import { read } from "./docs/titles";

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const json = (file: string): any => JSON.parse(read(file));
const root: Manifest = json("package.json");
const pack: Manifest = json("policies/package.json");
const lock = json("package-lock.json");
const all = ({ dependencies, devDependencies }: Manifest) => ({ ...devDependencies, ...dependencies });
const found = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].map(([, version]) => version);

describe("the version of the project, which is package.json's", () => {
  it("is that of the lock file and of the policy pack", () => {
    assert.deepEqual([lock.version, lock.packages[""].version], [root.version, root.version]);
    assert.equal(pack.version, root.version);
    assert.deepEqual(found("policies/PulumiPolicy.yaml", /^version: (.+)$/gm), [root.version]);
  });

  for (const page of ["README.md", "policies/README.md"])
    it(`is that of the examples in ${page}`, () => {
      const shown = found(page, /hipaa-telehealth-policies@v([\d.]+)/g);
      assert.ok(shown.length > 0);
      assert.deepEqual([...new Set(shown)], [root.version]);
    });

  it("is the newest of the changelog, released or about to be", () => {
    const [newest, next] = found("CHANGELOG.md", /^## \[(.+?)\]/gm);
    assert.equal(newest, "Unreleased");
    assert.equal(next, root.version);
  });
});

describe("versions that stand in several places", () => {
  it("of packages are the same for the program and for the pack", () => {
    const own = all(root);
    for (const [name, version] of Object.entries(all(pack))) assert.equal(version, own[name], name);
  });

  it("of packages are exact", () => {
    for (const [name, version] of Object.entries({ ...all(root), ...all(pack) }))
      assert.match(version, /^\d+\.\d+\.\d+$|^file:/, name);
  });

  it("of Pulumi are the same for the SDK, the CLI from npm and the CLI that set-up builds", () => {
    const { "@pulumi/pulumi": sdk = "", pulumi: cli } = all(root);
    assert.equal(cli, sdk);
    assert.deepEqual(
      [...new Set(found("tools/setup/cli/go.mod", /github\.com\/pulumi\/pulumi\/(?:pkg|sdk)\/v3 v([\d.]+)/g))],
      [sdk],
    );
  });

  it("of Node are what the SDK asks for, wherever somebody sets one up", () => {
    const wanted = lock.packages["node_modules/@pulumi/pulumi"].engines.node;
    const major = /\d+/.exec(wanted)?.[0];
    assert.deepEqual([root.engines.node, pack.engines.node, lock.packages[""].engines.node], Array(3).fill(wanted));
    assert.equal(read(".nvmrc").trim(), major);
    assert.match(json(".devcontainer/devcontainer.json").image, new RegExp(`:${String(major)}-`));
    assert.match(read("README.md"), new RegExp(`Node\\.js ${String(major)} or newer`));
    assert.match(read("CONTRIBUTING.md"), new RegExp(`Node ${String(major)} or newer`));
  });
});
