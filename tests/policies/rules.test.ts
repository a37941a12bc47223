import { strict as assert } from "node:assert";
import { pack } from "../../policies/pack";
import type { Rule } from "../../policies/rule";
import { CASES } from "./cases";
import { accepted, deferred, judge, rejected, spoken } from "./judged";
import { type Given, LATER } from "./runner";

const ruleOf = (id: string): Rule => pack.find((each) => each.id === id) ?? assert.fail(`no rule ${id}`);

for (const [id, { accepts, rejects, defers = [] }] of Object.entries(CASES)) {
  const rule = ruleOf(id);
  describe(id, () => {
    for (const each of accepts) it(`accepts ${each.what}`, () => accepted(rule, each));
    for (const each of rejects) it(`rejects ${each.what}`, () => rejected(rule, each));
    for (const each of defers) it(`says that it cannot judge yet ${each.what}`, () => deferred(rule, each));

    it("never passes in silence when the property at fault is not known yet", async () => {
      for (const each of rejects) {
        const [first] = spoken(await judge(rule, each));
        const property = /\n([^:]+):/.exec(first?.message ?? "")?.[1] ?? "";
        if (property.startsWith("options.")) continue;
        const found = await judge(rule, { ...each, given: hidden(each.given, property, first?.urn ?? "") });
        assert.ok(found.length > 0, `${each.what}: ${property} is unknown, and nothing is said`);
      }
    });

    if (rule.lenientWhenEphemeral)
      it("advises in an ephemeral stack", async () => {
        for (const each of rejects) {
          const found = spoken(await judge(rule, { ...each, world: { stack: "dev" } }));
          assert.ok(found.length > 0);
          for (const { policy, level } of found) assert.deepEqual([policy, level], [`${id}-ephemeral`, "advisory"]);
        }
      });
    else
      it("is as strict in an ephemeral stack as in production", async () => {
        for (const each of rejects) {
          const found = spoken(await judge(rule, { ...each, world: { stack: "dev" } }));
          for (const { policy, level } of found) assert.deepEqual([policy, level], [id, rule.level ?? "mandatory"]);
          assert.ok(found.length > 0);
        }
      });
  });
}

/** The same stack with the property at fault replaced by an unknown. */
function hidden(given: readonly Given[], property: string, urn: string): Given[] {
  const top = property.split(/[.[]/)[0] ?? property;
  return given.map((each) => {
    const owner = urn.endsWith(`::${each.name}`) || given.length === 1;
    return owner ? { ...each, props: { ...each.props, [top]: LATER } } : each;
  });
}
