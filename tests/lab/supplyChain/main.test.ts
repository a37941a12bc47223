import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSources } from "../../../lab/supplyChain/check";
import { readSources } from "../../../lab/supplyChain/sources";
import { supplyChainText } from "../../../lab/supplyChain/text";
import { main } from "../../../lab/supplyChain/main";
import { runHere } from "../../runHere";

const ROOT = join(__dirname, "../../..");

describe("npm run supply-chain", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "supply-chain-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...words: string[]) => runHere(main, words, { folder });

  it("prints checks, licences and where the list of parts is, and ends with 1 if a check found something", async () => {
    const { code, stdout } = await run("--offline", "--out", "one.json");
    const isBad = [...checkSources(readSources(ROOT)).values()].some((findings) => findings.length > 0);
    assert.equal(code, isBad ? 1 : 0);
    assert.match(stdout, /every npm package has a hash/);
    assert.match(stdout, /^ {2}MIT +\d+$/m);
    assert.match(stdout, /one\.json is written: \d+ components/);
  });

  it("writes the same list every time", async () => {
    await run("--offline", "--out", "two.json");
    assert.equal(readFileSync(join(folder, "one.json"), "utf8"), readFileSync(join(folder, "two.json"), "utf8"));
  });

  it("ends with 2 and its options for what it does not know", async () => {
    const { code, stderr } = await run("--surprise");
    assert.equal(code, 2);
    assert.match(stderr, /--surprise[\s\S]*--out/);
  });

  it("says each finding below the sentence that is not so, and that a vulnerability was not looked for", () => {
    const finding = { where: "ci.yml", problem: "a/b@v1 is not pinned" };
    const checks = new Map([["actions are pinned", [finding]]]);
    const said = supplyChainText(readSources(ROOT), checks, { isServed: false, why: "it answered 405" });
    assert.match(said, /^✖ failed: actions are pinned\n {4}ci\.yml: a\/b@v1 is not pinned\.$/m);
    assert.match(said, /^\? npm audit: the registry serves no advisories \(it answered 405\)/m);
  });

  it("says known vulnerabilities, and accepted ones with their reason", () => {
    const accepted = [{ advisory: "GHSA-1", reason: "never called" }];
    const findings = [{ where: "thing <2", problem: "high: it leaks" }];
    const said = supplyChainText(readSources(ROOT), new Map(), { isServed: true, findings, accepted });
    assert.match(said, /✖ failed: npm audit[\s\S]*thing <2: high: it leaks\.\n {4}accepted: GHSA-1: never called/);
  });
});
