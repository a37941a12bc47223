import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../../tools/reports/runbooks/main";
import { exported, stackState } from "../../shared/snapshot/plan";
import { runbooks } from "./documents";
import { runHere } from "../../../runHere";

/** Has enough for service.md: that page asks for names and settings, and its tables may be empty. */
const STATE = exported({
  ...stackState,
  outputs: { region: "us-east-1", clusterName: "services-1", serviceName: "api-1" },
});

describe("npm run runbooks", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "runbooks-"));
    writeFileSync(join(folder, "state.json"), STATE);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...words: string[]) => runHere(main, ["--file", join(folder, "state.json"), ...words]);

  it("prints one page, filled, and ends with 0", async () => {
    const { code, stdout, stderr } = await run("--only", "service");
    assert.equal(code, 0, stderr);
    assert.match(stdout, /--cluster services-1 --services api-1/);
    assert.match(stdout, /`service\.maxTasks` \(now 10\)/);
  });

  it("ends with 1 and says what is missing and why, beside the pages", async () => {
    const { code, stderr } = await run("--out-dir", join(folder, "out"));
    assert.equal(code, 1);
    assert.match(stderr, /break-glass: <breakGlassRoleArn> is not filled: prod has no such output/);
    assert.equal(readdirSync(join(folder, "out")).length, runbooks.length);
  });

  it("writes the same bytes again, over its own pages", async () => {
    const out = join(folder, "out");
    await run("--out-dir", out);
    const first = readFileSync(join(out, "restore.md"), "utf8");
    assert.equal((await run("--out-dir", out)).code, 1);
    assert.equal(readFileSync(join(out, "restore.md"), "utf8"), first);
  });

  it("leaves pages alone that it did not write, such as its own sources", async () => {
    const out = join(folder, "mine");
    await run("--out-dir", out, "--only", "service");
    writeFileSync(join(out, "service.md"), "# Mine\n");
    const { code, stderr } = await run("--out-dir", out, "--only", "service");
    assert.equal(code, 2);
    assert.match(stderr, /service\.md was not written by this command/);
    assert.equal(readFileSync(join(out, "service.md"), "utf8"), "# Mine\n");
  });

  for (const [what, words, message] of [
    ["a page that there is not", ["--only", "backup"], /no such page. Write one of break-glass, .*restore/],
    ["an option that there is not", ["--out", "x"], /Unknown option '--out'/],
  ] as const)
    it(`refuses ${what} with what to write`, async () => {
      const { code, stderr } = await run(...words);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });

  it("refuses a stack without settings, which has no targets", async () => {
    writeFileSync(join(folder, "state.json"), STATE.replaceAll("urn:pulumi:prod::", "urn:pulumi:other::"));
    const { code, stderr } = await run("--only", "service");
    assert.equal(code, 2);
    assert.match(stderr, /There is no Pulumi\.other\.yaml/);
  });
});
