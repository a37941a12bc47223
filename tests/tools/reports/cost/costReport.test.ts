import { strict as assert } from "node:assert";
import { costReport } from "../../../../tools/reports/cost/costReport";
import { stackOf, part, type Part } from "./stack";
import { ARCHITECTURE } from "./sourceA";

const budget = (limitAmount: string) => part("budgets/budget:Budget", "budget", { name: "monthly", limitAmount });
const nat = (name: string) => part("ec2/natGateway:NatGateway", name);
const second = [...ARCHITECTURE, nat("nat-2")];
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

describe("the cost report", () => {
  it("has three profiles side by side, or the one that is asked for", () => {
    const titles = (...of: Parameters<typeof costReport>) => costReport(...of).columns.map(({ title }) => title);
    assert.deepEqual(titles(stackOf(...ARCHITECTURE)), ["baseline", "2,000 users", "10,000 users"]);
    assert.deepEqual(titles(stackOf(...ARCHITECTURE), { users: "2000" }), ["2,000 users"]);
  });

  for (const by of ["service", "component"] as const)
    it(`has groups by ${by} that add up to the estimate`, () => {
      const { groups, totals, columns, inSourceA, additions } = costReport(stackOf(...second), { by });
      columns.forEach(({ estimate }, index) => {
        assert.ok(near(totals[index] ?? 0, estimate.totalUsd));
        assert.ok(near(sum(groups.flatMap(({ rows }) => rows.map(({ usd }) => usd[index] ?? 0))), estimate.totalUsd));
        const added = sum(additions.map(({ usd }) => usd[index] ?? 0));
        assert.ok(near((inSourceA[index] ?? 0) + added, estimate.totalUsd));
        assert.equal(added.toFixed(2), "32.85");
      });
    });

  it("tells what another stack costs differently, and the rows make up the difference", () => {
    const { changes } = costReport(stackOf(...second, part("kms/key:Key", "k")), { against: stackOf(...ARCHITECTURE) });
    assert.ok(changes !== undefined);
    assert.deepEqual(
      changes.rows.map(({ how, what, usd }) => `${how} ${what} ${(usd[0] ?? 0).toFixed(2)}`).toSorted(),
      ["new NAT gateway 32.85", "new calls 0.60", "new key 1.00"],
    );
    changes.before.forEach((before, index) => {
      const rows = sum(changes.rows.map(({ usd }) => usd[index] ?? 0));
      assert.ok(near((changes.after[index] ?? 0) - before, rows));
    });
  });

  it("tells what is gone, and finds nothing where nothing changed", () => {
    const rows = (here: readonly Part[], there: readonly Part[]) =>
      costReport(stackOf(...here), { against: stackOf(...there) }).changes?.rows ?? [];
    assert.deepEqual(rows(ARCHITECTURE, ARCHITECTURE), []);
    const [gone] = rows(ARCHITECTURE, second);
    assert.deepEqual([gone?.how, gone?.usd[0]], ["gone", -32.85]);
  });
});

describe("the budget in the cost report", () => {
  const breaches = (limit: string, options = {}) =>
    costReport(stackOf(...ARCHITECTURE, budget(limit)), options).breaches;

  it("is the stack's own, judged at the baseline, and names the largest lines of a breach", () => {
    assert.deepEqual(breaches("150"), []);
    const [breach] = breaches("100");
    assert.deepEqual([breach?.name, breach?.limitUsd, breach?.profile], ["monthly", 100, "baseline"]);
    assert.deepEqual(
      breach?.largest.slice(0, 2).map(({ what }) => what),
      ["writer", "NAT gateway"],
    );
    assert.equal(breach.largest.length, 5);
  });

  it("is judged by the profile that is asked for", () => {
    assert.equal(breaches("150", { users: "2000" }).length, 1);
  });

  it("gives way to the one on the command line", () => {
    assert.deepEqual(breaches("100", { budgetUsd: 1000 }), []);
    assert.equal(breaches("1000", { budgetUsd: 10 })[0]?.name, "--budget");
  });

  it("is judged without users where data is synthetic", () => {
    const provider = (dataClass: string) =>
      part("pulumi:providers:aws", "aws", { defaultTags: JSON.stringify({ tags: { DataClass: dataClass } }) });
    const profile = (dataClass: string) => costReport(stackOf(provider(dataClass))).budgetProfile;
    assert.deepEqual([profile("synthetic"), profile("phi")], ["idle", "baseline"]);
  });

  it("is kept by a stack without one", () => {
    assert.deepEqual(costReport(stackOf(...ARCHITECTURE)).breaches, []);
  });
});
