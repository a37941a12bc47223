import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import COMMANDS from "../../tools/commands";
import { help } from "../../tools/help/main";

const ROOT = join(__dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};

describe("the list of commands", () => {
  const shown = Object.entries(COMMANDS).filter(([, { internal }]) => internal !== true);

  it("has exactly the npm scripts, each run the same way", () => {
    assert.deepEqual(scripts, Object.fromEntries(shown.map(([name]) => [name, `node tools/run ${name}`])));
  });

  it("names rooms that have a command", () => {
    for (const [name, { folder }] of Object.entries(COMMANDS))
      assert.ok(
        ["main.ts", "main.js"].some((file) => existsSync(join(ROOT, folder, file))),
        name,
      );
  });

  it("is what npm run help prints, with one line of English for each", () => {
    const lines = help().split("\n");
    for (const [name, { does }] of shown) {
      assert.match(does, /^[A-Z][^.]{10,80}$/, name);
      assert.equal(lines.filter((line) => line.endsWith(`  ${does}`)).length, 1, name);
    }
  });
});
