import { strict as assert } from "node:assert";
import { CONTROLS, SAFEGUARDS, urlOf } from "../../policies/controls";
import { NOT_BY_RULE } from "../../policies/notByRule";
import { pack } from "../../policies/pack";

const cited: ReadonlySet<string> = new Set(pack.flatMap(({ controls }) => controls));
const none = Object.keys(NOT_BY_RULE);

describe("the safeguards of the Security Rule", () => {
  it("are each cited by a rule, or are in the table of those that no rule can show", () => {
    const open = Object.keys(SAFEGUARDS).filter((each) => !cited.has(each) && !none.includes(each));
    assert.deepEqual(open, []);
  });

  it("are never both", () => {
    assert.deepEqual(
      none.filter((each) => cited.has(each)),
      [],
    );
  });

  it("that no rule can show have a reason", () => {
    for (const [safeguard, reason] of Object.entries(NOT_BY_RULE))
      assert.ok(reason.length > 30 && !reason.endsWith("."), safeguard);
  });

  it("lead to their text", () => {
    assert.equal(urlOf("164.312(a)(2)(iv)"), "https://www.ecfr.gov/current/title-45/section-164.312");
    for (const section of ["164.308", "164.310", "164.312", "164.314", "164.316"])
      assert.ok(
        Object.keys(CONTROLS).some((each) => each.startsWith(section)),
        section,
      );
  });
});
