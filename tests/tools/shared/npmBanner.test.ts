import { strict as assert } from "node:assert";
import { bannerAdvice, withoutBanner } from "../../../tools/shared/npmBanner";

const BANNER = "\n> telehealth-platform@0.1.0 start\n> node tools/run start preview --json\n\n";

describe("what npm writes before the output of a script", () => {
  it("is left out where a file has it, and nothing else is", () => {
    assert.equal(withoutBanner(`${BANNER}{"steps": []}\n`), '{"steps": []}\n');
    assert.equal(withoutBanner('{"text": "\\n> a\\n> b"}'), '{"text": "\\n> a\\n> b"}');
  });

  const words = ["preview", "--json"];
  const env = { npm_lifecycle_event: "start" };

  it("is told of when JSON goes to a file or a pipe, with the line that is without it", () => {
    assert.match(bannerAdvice(words, env, false) ?? "", /npm run --silent start -- preview --json$/);
  });

  for (const [what, advice] of [
    ["on a terminal", bannerAdvice(words, env, true)],
    ["for a text", bannerAdvice(["preview"], env, false)],
    ["when npm is silent", bannerAdvice(words, { ...env, npm_config_loglevel: "silent" }, false)],
    ["without npm", bannerAdvice(words, {}, false)],
  ] as const)
    it(`is not told of ${what}`, () => {
      assert.equal(advice, undefined);
    });
});
