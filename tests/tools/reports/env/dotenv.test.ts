import { strict as assert } from "node:assert";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { UsageError } from "../../../../tools/shared/usageError";
import { dotenv } from "../../../../tools/reports/env/dotenv";

describe("a dotenv file", () => {
  for (const [what, value, line] of [
    ["an ordinary value bare", "https://api.example.com/v1", "KEY=https://api.example.com/v1\n"],
    ["nothing as nothing", "", "KEY=\n"],
    ["a space in quotes", "a b", "KEY='a b'\n"],
    ["a number sign, which would begin a comment, in quotes", "a#b", "KEY='a#b'\n"],
    ["a single quote in back quotes", "it's", "KEY=`it's`\n"],
    ["a single and a back quote in double quotes", "it's `x`", 'KEY="it\'s `x`"\n'],
    ["lines as lines", "one\ntwo", "KEY='one\ntwo'\n"],
    ["a backslash as it stands", "a\\nb", "KEY='a\\nb'\n"],
  ] as const)
    it(`writes ${what}, and Node reads it back`, () => {
      assert.equal(dotenv({ KEY: value }), line);
      assert.deepEqual({ ...parseEnv(line) }, { KEY: value });
    });

  for (const [what, value] of [
    ["all three quotes", "'`\""],
    ["two quotes and a backslash, which double quotes would read", "'`\\n"],
    ["a carriage return, which readers drop", "a\rb"],
    ["an end of text", "a\0b"],
  ] as const)
    it(`refuses ${what} rather than write another value`, () => {
      assert.throws(() => dotenv({ KEY: value }), UsageError);
    });

  it("is read back by Node whatever the values are, or refused", () => {
    const character = fc.constantFrom(...Array.from("ab #'\"`\\n$={}\n\r\t-é"));
    const values = fc.record({ FIRST: fc.string({ unit: character }), SECOND: fc.string({ unit: character }) });
    fc.assert(
      fc.property(values, (wanted) => {
        let text: string;
        try {
          text = dotenv(wanted);
        } catch (error) {
          return error instanceof UsageError;
        }
        assert.deepEqual({ ...parseEnv(text) }, { ...wanted });
        return true;
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
