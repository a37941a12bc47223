import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { runCli } from "../../../tools/setup/runCli";

describe("running the CLI", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-cli-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Node in the place of the CLI: it writes down its environment, and ends as it is told. */
  async function run(env: NodeJS.ProcessEnv, code = 0) {
    const script = `require("fs").writeFileSync("env.json", JSON.stringify(process.env)); process.exit(${code})`;
    const answered = await runCli(process.execPath, ["-e", script], { cwd: folder, env });
    return { answered, seen: JSON.parse(readFileSync(join(folder, "env.json"), "utf8")) as Record<string, string> };
  }

  it("answers its exit code", async () => {
    assert.deepEqual([(await run({})).answered, (await run({}, 7)).answered], [0, 7]);
  });

  it("finds the language host beside it", async () => {
    const { seen } = await run({ PATH: "/elsewhere" });
    assert.equal(seen["PATH"], `${dirname(process.execPath)}${delimiter}/elsewhere`);
  });
});
