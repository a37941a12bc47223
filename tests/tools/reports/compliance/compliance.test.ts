import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../../tools/reports/compliance/main";
import * as given from "../../shared/snapshot/plan";
import { database, exemption } from "./example";

describe("npm run compliance", function () {
  // The first run tries every case of every rule.
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "compliance-"));
  const file = (name: string) => join(folder, name);
  const errors: string[] = [];
  const { error } = console;
  const weak = { ...database, inputs: { ...database.inputs, storageEncrypted: false } };
  before(() => {
    console.error = (text: string) => errors.push(text);
    writeFileSync(file("good.json"), given.exported(given.stackState));
    writeFileSync(file("weak.json"), given.exported(given.stackState, weak));
    writeFileSync(file("config.json"), JSON.stringify({ "pack-settings": { exemptions: [exemption] } }));
  });
  beforeEach(() => {
    errors.length = 0;
  });
  after(() => {
    console.error = error;
    rmSync(folder, { recursive: true });
  });
  const run = (input: string, ...words: string[]) =>
    main(["--file", file(input), "--out", file("out"), "--today", "2026-11-24", ...words]);
  const made = () => readFileSync(file("out"), "utf8");

  it("ends with 0 when nothing mandatory is violated, and writes the page", async () => {
    assert.equal(await run("good.json"), 0);
    assert.match(made(), /^<!doctype html>[\s\S]*No mandatory rule is violated/);
  });

  it("ends with 1 when a mandatory rule is violated", async () => {
    assert.equal(await run("weak.json", "--format", "json"), 1);
    assert.equal(JSON.parse(made()).citations.find((each: any) => each.id === "164.312(a)(2)(iv)").status, "violated");
  });

  it("ends with 1 when an exemption has ended, though nothing is violated", async () => {
    const config = ["--config", file("config.json"), "--format", "csv"];
    assert.equal(await run("good.json", ...config, "--today", "2026-12-25"), 1);
  });

  it("writes the same on a second run", async () => {
    for (const format of ["html", "csv", "json", "markdown"]) {
      await run("weak.json", "--format", format);
      const first = made();
      await run("weak.json", "--format", format);
      assert.equal(made(), first, format);
    }
  });

  for (const [words, says] of [
    [["--format", "pdf"], /--format .*"markdown"/],
    [["--today", "tomorrow"], /--today .*date/],
    [["--surprise"], /--surprise[\s\S]*npm run compliance/],
    [["--file", "missing.json"], /missing\.json cannot be read/],
  ] as const)
    it(`ends with 2 and says what to write for ${words.join(" ")}`, async () => {
      assert.equal(await run("good.json", ...words), 2);
      assert.match(errors.join("\n"), says);
    });
});
