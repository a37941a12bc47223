import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareState, stateFileOf } from "../../../tools/offline/state";

describe("the folder of the offline AWS's state", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-state-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("loses the metadata that an older version or a kill left, and nothing else", () => {
    const stacks = join(folder, "state", ".pulumi", "stacks", "telehealth");
    mkdirSync(stacks, { recursive: true });
    writeFileSync(join(stacks, "dev.json"), "{}");
    writeFileSync(join(stacks, "dev.json.attrs"), "");
    const { backendUrl } = prepareState(folder);
    assert.equal(backendUrl, `file://${join(folder, "state")}?metadata=skip`);
    assert.equal(existsSync(join(stacks, "dev.json.attrs")), false);
    assert.equal(readFileSync(join(stacks, "dev.json"), "utf8"), "{}");
  });

  it("has a home in which no log can be kept, as often as it is prepared", () => {
    const { home } = prepareState(folder);
    assert.deepEqual(prepareState(folder).home, home);
    assert.ok(statSync(join(home, "logs")).isFile());
  });

  it("has a home for logs where they are asked for", () => {
    const { home } = prepareState(join(folder, "logged"), true);
    assert.ok(existsSync(home));
    assert.equal(existsSync(join(home, "logs")), false);
  });

  it("has the state of a stack where the CLI writes it", () => {
    assert.equal(stateFileOf("/x", "dev"), join("/x", "state", ".pulumi", "stacks", "telehealth", "dev.json"));
  });
});
