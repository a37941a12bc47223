import { strict as assert } from "node:assert";
import { z } from "zod";
import { optionsUsage, readOptions, readWords, whole } from "../../../tools/shared/options";
import { UsageError } from "../../../tools/shared/usageError";

const OPTIONS = {
  stack: z.string().default("dev").describe("which"),
  real: z.boolean().default(false).describe("on AWS"),
  days: whole.optional().describe("how many"),
  key: z.string().describe("of what"),
};
const read = (...words: string[]) => readOptions(words, OPTIONS, "the usage");

describe("the options of a command", () => {
  it("are what their schemas make of them; a switch stands alone", () => {
    assert.deepEqual(read("--key", "a", "--real", "--days", "3"), { stack: "dev", real: true, days: 3, key: "a" });
    assert.deepEqual(read("--key=b", "--stack=prod"), { stack: "prod", real: false, key: "b" });
  });

  it("are refused all at once, each with its value, and the usage below", () => {
    const says = (...words: string[]) => {
      try {
        read(...words);
      } catch (error) {
        assert.ok(error instanceof UsageError);
        return error.message;
      }
      return "";
    };
    assert.equal(
      says("--days", "many"),
      '--days "many": is not a whole number. Write digits only.\n--key is missing.\n\nthe usage',
    );
    assert.match(says("--other"), /--other[\s\S]*the usage$/);
    assert.match(says("--key"), /argument missing[\s\S]*the usage$/);
  });

  it("may be given several times, and stand between names", () => {
    const options = { allow: z.array(z.string()).default([]).describe("who may") };
    const words = (...line: string[]) => readWords(line, options, "the usage");
    assert.deepEqual(words("a", "--allow", "b", "c", "--allow=d"), [["a", "c"], { allow: ["b", "d"] }]);
    assert.deepEqual(words(), [[], { allow: [] }]);
    assert.throws(() => words("--other"), UsageError);
    assert.throws(() => read("name", "--key", "a"), UsageError);
  });

  it("are listed with what is said of them", () => {
    assert.equal(optionsUsage(OPTIONS).split("\n")[1], "--real   on AWS");
  });
});
