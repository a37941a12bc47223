import { strict as assert } from "node:assert";
import { within } from "../../../policies/engine/timeLimit";
import { rule } from "../../../policies/rule";
import { violations } from "../runner";

const named = (id: string, check: () => undefined) =>
  rule({
    id,
    title: "It ends",
    family: "preflight",
    severity: "low",
    controls: ["164.308(a)(8)"],
    remediation: "End",
    types: ["*"],
    check,
  });
const given = [{ type: "aws:sns/topic:Topic", name: "news", props: {} }];

describe("a rule", () => {
  it("that does not end counts as not kept, and is named with the resource", async () => {
    const endless = named("endless", () => {
      for (;;);
    });
    await assert.rejects(
      violations([named("sound", () => undefined), endless], given, { limit: 200 }),
      /endless \(news\) takes more than 0\.2 seconds to judge, so it counts as violated/,
    );
  });

  it("whose regular expression does not end is interrupted as well", () => {
    assert.throws(() => {
      within(
        200,
        () => /^(a+)+$/.test(`${"a".repeat(60)}!`),
        () => "it",
      );
    }, /it takes more than/);
  });

  it("that throws counts as not kept, and is named", async () => {
    const broken = named("broken", () => {
      throw new Error("out of order");
    });
    await assert.rejects(violations([broken], given), /out of order/);
  });

  it("that ends is left alone, and so is what it throws", () => {
    let ran = false;
    within(
      10_000,
      () => (ran = true),
      () => "it",
    );
    assert.ok(ran);
    assert.throws(() => {
      within(
        10_000,
        () => JSON.parse("{"),
        () => "it",
      );
    }, SyntaxError);
  });
});
