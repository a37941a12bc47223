import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMALL_PLATFORM } from "./smallPlatform";
import { exportOf, part } from "./stack";
import { main } from "../../../../tools/reports/cost/main";
import { runHere } from "../../../runHere";

describe("npm run cost", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "cost-"));
  const run = (...words: string[]) => runHere(main, words, { folder });
  before(() => {
    const budget = part("budgets/budget:Budget", "budget", { name: "monthly", limitAmount: "150" });
    writeFileSync(join(folder, "state.json"), exportOf([...SMALL_PLATFORM, budget]));
    writeFileSync(join(folder, "other.json"), exportOf(SMALL_PLATFORM.slice(2)));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("ends with 0 within the stack's budget, and is the same to the byte on two runs", async () => {
    const [one, two] = [await run("--file", "state.json"), await run("--file", "state.json")];
    assert.equal(one.code, 0, one.stderr);
    assert.match(one.stdout, /Monthly cost of prod[\s\S]*baseline +2,000 users +10,000 users/);
    assert.equal(one.stdout, two.stdout);
  });

  it("ends with 1 over the stack's budget, and says which lines are largest", async () => {
    const { code, stdout } = await run("--file", "state.json", "--users", "2000");
    assert.equal(code, 1);
    assert.match(
      stdout,
      /Over budget: 26\d\.\d\d at 2,000 users, limit 150\.00 \(monthly\)[\s\S]* 87\.60 {2}Aurora: writer/,
    );
  });

  it("judges by a limit that is given", async () => {
    assert.equal((await run("--file", "state.json", "--users", "2000", "--budget", "300")).code, 0);
    assert.equal((await run("--file", "state.json", "--budget", "100")).code, 1);
  });

  it("compares with another plan, and writes a file in the format that is asked for", async () => {
    const { code, stdout } = await run(
      ...["--file", "state.json", "--against", "other.json", "--by", "component"],
      ...["--format", "html", "--out", "cost.html"],
    );
    assert.deepEqual([code, stdout], [0, ""]);
    assert.match(readFileSync(join(folder, "cost.html"), "utf8"), /^<!doctype html>[\s\S]*Difference to prod/);
  });

  it("ends with 2 and says what to write for anything else", async () => {
    for (const [words, says] of [
      [["--file", "missing.json"], /missing\.json cannot be read/],
      [["--file", "state.json", "--users", "5"], /--users [\s\S]*2000/],
      [["--file", "state.json", "--budget", "much"], /--budget.* is not a whole number/],
      [["--file", "state.json", "--against", "missing.json"], /missing\.json cannot be read/],
      [["--surprise"], /--surprise/],
    ] as const) {
      const { code, stderr } = await run(...words);
      assert.equal(code, 2);
      assert.match(stderr, says);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
  });
});
