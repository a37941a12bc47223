import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diagram } from "../../../../tools/reports/diagram/diagram";
import { stack, stackFile } from "./stacks";
import { main } from "../../../../tools/reports/diagram/main";
import { runHere } from "../../../runHere";

describe("npm run diagram", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "diagram-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...words: string[]) => runHere(main, words, { folder });

  it("writes the drawing to standard output", async () => {
    const { code, stdout } = await run("--file", stackFile("dev"));
    assert.equal(code, 0);
    assert.equal(stdout, diagram(stack("dev")));
  });

  it("writes it to a file where the user is, and says so", async () => {
    const { code, stdout, stderr } = await run("--file", stackFile("prod"), "--width", "narrow", "--out", "prod.svg");
    assert.equal(code, 0);
    assert.equal(stdout, "");
    assert.match(stderr, /^Wrote prod\.svg: Architecture of telehealth, prod\./);
    assert.equal(readFileSync(join(folder, "prod.svg"), "utf8"), diagram(stack("prod"), { width: "narrow" }));
  });

  for (const [what, words, message] of [
    ["a width that there is not", ["--width", "huge"], /^--width\b/],
    ["a file that there is not", ["--file", "no.json"], /no\.json cannot be read/],
    [
      "a folder that there is not",
      ["--file", stackFile("dev"), "--out", "no/where.svg"],
      /no\/where\.svg cannot be written/,
    ],
  ] as const)
    it(`refuses ${what}, without a stack trace`, async () => {
      const { code, stdout, stderr } = await run(...words);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });

  it("explains itself", async () => {
    const { code, stdout } = await run("--help");
    assert.equal(code, 0);
    assert.match(stdout, /npm run diagram -- \[options\][^]*--stack[^]*--out/);
  });
});
