import { strict as assert } from "node:assert";
import { regionsProblem } from "../../../components/shared/regions";

describe("regions", () => {
  it("are fine when each is one, and the stack's is among them", () => {
    assert.equal(regionsProblem(["us-west-2", "us-east-1", "us-gov-east-1"], "us-east-1"), undefined);
  });

  for (const [regions, wrong] of [
    [[], "us-east-1 is missing"],
    [["us-west-2"], "us-east-1 is missing"],
    [["us-east-1", "us-east-1"], "us-east-1 is listed twice"],
    [["us-east-1", "us-east-1a"], '"us-east-1a" is not a region'],
  ] as const)
    it(`are refused when ${wrong}`, () => {
      assert.ok(regionsProblem(regions, "us-east-1")?.[0].startsWith(wrong));
    });
});
