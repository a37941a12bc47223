import { strict as assert } from "node:assert";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { refreshLanguageHost } from "../../../tools/setup/languageHost/place";
import { Machine } from "./machine";

const SOURCE = join(__dirname, "../../../tools/setup/languageHost/pulumi-language-nodejs.js");

describe("the language host beside an installed CLI", () => {
  let machine: Machine;
  beforeEach(() => (machine = new Machine()));
  afterEach(() => {
    machine.dispose();
  });
  const install = (text: string) => machine.program("pulumi-language-nodejs", text, join(machine.versionFolder, "bin"));

  const host = () => join(machine.versionFolder, "bin", "pulumi-language-nodejs");

  it("is put back when it is missing", () => {
    machine.program("pulumi", "", join(machine.versionFolder, "bin"));
    refreshLanguageHost(machine.env);
    assert.deepEqual(readFileSync(host()), readFileSync(SOURCE));
  });

  it("is replaced when it is an older one of ours", () => {
    machine.program("pulumi", "", join(machine.versionFolder, "bin"));
    install("#!/usr/bin/env node\n// last month's\n");
    refreshLanguageHost(machine.env);
    assert.deepEqual(readFileSync(host()), readFileSync(SOURCE));
    assert.ok(statSync(host()).mode & 0o100);
  });

  it("is left alone when it is an official binary", () => {
    machine.program("pulumi", "", join(machine.versionFolder, "bin"));
    install("\u007fELF");
    refreshLanguageHost(machine.env);
    assert.equal(readFileSync(host(), "latin1"), "\u007fELF");
  });

  it("is not made where there is no CLI", () => {
    refreshLanguageHost(machine.env);
    assert.ok(!existsSync(host()));
  });
});
