import { strict as assert } from "node:assert";
import { costReport } from "../../../../tools/reports/cost/costReport";
import { stackOf, part, type Part } from "./stack";
import { READER, SMALL_PLATFORM } from "./smallPlatform";

const budget = (limitAmount: string) => part("budgets/budget:Budget", "budget", { name: "monthly", limitAmount });
const nat = (name: string) => part("ec2/natGateway:NatGateway", name);
const second = [...SMALL_PLATFORM, nat("nat-2")];
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

describe("the cost report", () => {
  it("has three profiles side by side, or the one that is asked for", () => {
    const titles = (...of: Parameters<typeof costReport>) => costReport(...of).columns.map(({ title }) => title);
    assert.deepEqual(titles(stackOf(...SMALL_PLATFORM)), ["baseline", "2,000 users", "10,000 users"]);
    assert.deepEqual(titles(stackOf(...SMALL_PLATFORM), { users: "2000" }), ["2,000 users"]);
  });

  for (const by of ["service", "component"] as const)
    it(`has groups by ${by} that add up to the estimate`, () => {
      const { groups, totals, columns, purposes, rest } = costReport(stackOf(...second), { by });
      columns.forEach(({ estimate }, index) => {
        assert.ok(near(totals[index] ?? 0, estimate.totalUsd));
        assert.ok(near(sum(groups.flatMap(({ rows }) => rows.map(({ usd }) => usd[index] ?? 0))), estimate.totalUsd));
        const explained = sum(purposes.map(({ usd }) => usd[index] ?? 0));
        assert.ok(near((rest[index] ?? 0) + explained, estimate.totalUsd));
        assert.equal(explained.toFixed(2), "32.85");
      });
    });

  it("tells what another stack costs differently, and the rows make up the difference", () => {
    const { changes } = costReport(stackOf(...second, part("kms/key:Key", "k")), {
      against: stackOf(...SMALL_PLATFORM),
    });
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
    assert.deepEqual(rows(SMALL_PLATFORM, SMALL_PLATFORM), []);
    const [gone] = rows(SMALL_PLATFORM, second);
    assert.deepEqual([gone?.how, gone?.usd[0]], ["gone", -32.85]);
  });
});

describe("a small platform", () => {
  const baseline = (...parts: readonly Part[]) => costReport(stackOf(...parts), { users: "baseline" });

  it("has a price for everything, and nothing that a control or an option is the reason for", () => {
    const { columns, purposes } = baseline(...SMALL_PLATFORM);
    assert.deepEqual(columns[0]?.estimate.notPriced, []);
    assert.deepEqual(purposes, []);
  });

  it("costs half an ACU more at least with a second instance", () => {
    const [total = 0] = baseline(...SMALL_PLATFORM).totals;
    const [more = 0] = baseline(...SMALL_PLATFORM, READER).totals;
    assert.equal((more - total).toFixed(2), "43.80");
  });
});

describe("the budget in the cost report", () => {
  const breaches = (limit: string, options = {}) =>
    costReport(stackOf(...SMALL_PLATFORM, budget(limit)), options).breaches;

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
    assert.deepEqual(costReport(stackOf(...SMALL_PLATFORM)).breaches, []);
  });
});
