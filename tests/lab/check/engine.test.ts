import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { groupOf, ROOT, testFiles } from "../../../lab/check/testFiles";

/** Files of the unit tests that start a program, and which. None is the Pulumi engine: add one only if that stays so. */
const STARTS: Readonly<Record<string, string>> = {
  "tests/components/compute/importScript.test.ts": "bash, to read a script",
  "tests/components/delivery/buildRunner.ts": "bash, with stand-ins for every program of a build",
  "tests/components/delivery/workflow.test.ts": "sed, with a line of a workflow",
  "tests/policies/start.test.ts": "the SDK's runner of policy packs",
  "tests/runHere.ts": "nothing: it refuses to",
  "tests/stacks/traces.test.ts": "node",
  "tests/tools/deploy/withPolicies.test.ts": "pulumi --help",
  "tests/tools/ops/emulator.ts": "moto",
  "tests/tools/run.test.ts": "node, for commands that refuse their words",
  "tests/tools/setup/obtainCli.test.ts": "stand-ins for Go and the CLI",
  "tests/tools/setup/upToDate.test.ts": "set-up",
};
/** What runs a Pulumi command when it is called. */
const RUNS =
  /from "[./]+\/(tools\/(offline|deploy)\/main|lab\/(rehearse|bench|policyScore)\/main|lab\/faults\/(trial|undisturbed|twoAtOnce))"/;

const sources = readdirSync(join(ROOT, "tests"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => relative(ROOT, join(ROOT, "tests", file)))
  .filter((file) => groupOf(file) === "unit")
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

describe("the tests without an engine", () => {
  it("start no program but those that are listed here", () => {
    const starts = sources
      .filter(({ text }) => /^import .* from "node:child_process";$/m.test(text))
      .map(({ file }) => file);
    assert.deepEqual(starts.toSorted(), Object.keys(STARTS).toSorted());
  });

  it("share nothing with those that have one", () => {
    const borrows = sources.filter(({ text }) =>
      /from "[./]+\/engine\/(workspace|smallProgram|bareCommand|deployed)"/.test(text),
    );
    assert.deepEqual(
      borrows.map(({ file }) => file),
      [],
    );
  });

  it("call nothing that runs a Pulumi command, but for its --help", () => {
    const runs = sources.filter(({ text }) => RUNS.test(text)).map(({ file }) => file);
    assert.deepEqual(runs, ["tests/tools/reports/runbooks/commands.test.ts"]);
  });

  it("are most of them", () => {
    const groups = testFiles().map(groupOf);
    assert.ok(
      groups.filter((group) => group === "unit").length > 10 * groups.filter((group) => group === "engine").length,
    );
  });
});
