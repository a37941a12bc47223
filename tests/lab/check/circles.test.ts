import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ROOT } from "../../../lab/check/testFiles";

const FOLDERS = ["components", "lab", "policies", "stacks", "tests", "tools", "vendor"];
/** Imports of types count, too: two files that need each other's types are one file, or three. */
const IMPORT = /(?:\bfrom |\brequire\(|^import )"(\.[^"]*)"/gm;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, folder, file)),
).filter((file) => /\.[jt]s$/.test(file) && !/\/(node_modules|policies\/bin)\//.test(file));

const imports = (file: string, text = readFileSync(file, "utf8")): readonly string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, path = ""]) => {
    const base = resolve(dirname(file), path);
    const found = [base, `${base}.ts`, `${base}.js`, join(base, "index.ts")].find(
      (each) => /\.[jt]s$/.test(each) && existsSync(each),
    );
    return found === undefined ? [] : [found];
  });

/** The first circle that is found from each file, as the files on the way round. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const since = way.indexOf(file);
    if (since >= 0) circles.push([...way.slice(since), file].map((each) => relative(ROOT, each)).join(" -> "));
    if (since >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

describe("imports", () => {
  it("go round in no circle", () => {
    assert.ok(sources.length > 1000);
    assert.deepEqual(circlesIn(new Map(sources.map((file) => [file, imports(file)]))), []);
  });

  it("would be found to, by way of a third file and by a type alone", () => {
    const at = (name: string) => join(ROOT, name);
    const graph = new Map([
      [at("a"), [at("b")]],
      [at("b"), [at("c")]],
      [at("c"), [at("a")]],
    ]);
    assert.deepEqual(circlesIn(graph), ["a -> b -> c -> a"]);
    const [cidr = ""] = sources.filter((file) => file.endsWith("components/shared/cidr.ts"));
    assert.deepEqual(imports(join(dirname(cidr), "x.ts"), 'import type { A } from "./cidr";'), [cidr]);
  });
});
