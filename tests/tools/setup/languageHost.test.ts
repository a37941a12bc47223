import { strict as assert } from "node:assert";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { refreshLanguageHost } from "../../../tools/setup/languageHost";
import { Machine } from "./machine";

const SOURCE = join(__dirname, "../../../tools/setup/cli/pulumi-language-nodejs.js");

describe("the language host beside an installed CLI", () => {
  let machine: Machine;
  beforeEach(() => (machine = new Machine()));
  afterEach(() => {
    machine.dispose();
  });
  const install = (text: string) => machine.program("pulumi-language-nodejs", text, join(machine.versionFolder, "bin"));

  it("is replaced when it is an older one of ours", () => {
    const host = install("#!/usr/bin/env node\n// last month's\n");
    refreshLanguageHost(machine.env);
    assert.deepEqual(readFileSync(host), readFileSync(SOURCE));
    assert.ok(statSync(host).mode & 0o100);
  });

  it("is left alone when it is an official binary", () => {
    const host = install("\u007fELF");
    refreshLanguageHost(machine.env);
    assert.equal(readFileSync(host, "latin1"), "\u007fELF");
  });

  it("is not made where there is no CLI", () => {
    refreshLanguageHost(machine.env);
  });
});
