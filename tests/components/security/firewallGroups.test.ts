import { strict as assert } from "node:assert";
import { MANAGED_GROUPS } from "../../../components/security/firewallGroups";

describe("the managed groups of a firewall", () => {
  it("have a reason each, and one for every answer that differs from AWS's", () => {
    for (const { name, why, answers } of MANAGED_GROUPS) {
      assert.ok(why.length > 20, name);
      for (const each of answers) assert.ok(each.why.length > 20, `${name}: ${each.rule}`);
    }
  });

  it("are none that a user pool refuses", () => {
    const refused = MANAGED_GROUPS.filter(({ group }) => /ATPRuleSet|ACFPRuleSet/.test(group));
    assert.deepEqual(refused, []);
  });

  it("answer with a challenge only where there is a browser", () => {
    const challenges = MANAGED_GROUPS.flatMap(({ answers }) => answers).filter(({ answer }) => answer === "challenge");
    assert.ok(challenges.length > 0);
    for (const { purposes } of challenges) assert.deepEqual(purposes, ["web"]);
  });

  it("end with bot control, which is paid for each request that gets so far", () => {
    assert.equal(MANAGED_GROUPS.at(-1)?.group, "AWSManagedRulesBotControlRuleSet");
  });
});
