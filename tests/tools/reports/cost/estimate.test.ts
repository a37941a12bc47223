import { strict as assert } from "node:assert";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { estimate } from "../../../../tools/reports/cost/estimate";
import type { Price } from "../../../../tools/reports/cost/prices/price";
import { PRICES } from "../../../../tools/reports/cost/prices/prices";
import { FREE } from "../../../../tools/reports/cost/rules/free";
import { RULES } from "../../../../tools/reports/cost/rules/rules";
import { FIGURES, PROFILES } from "../../../../tools/reports/cost/usage/usage";
import * as given from "../../shared/snapshot/plan";
import { SMALL_PLATFORM } from "./smallPlatform";
import { costOf, part, stackOf, usd, type Part } from "./stack";

const component = (type: string, name: string, parent?: string): Part => ({
  ...part(`telehealth:${type}`, name),
  custom: false,
  ...(parent === undefined ? {} : { parent }),
});
const key = (name: string, parent: string): Part => ({ ...part("kms/key:Key", name), parent });

describe("a cost estimate", () => {
  it("reports what has no price, and never counts it as nothing", () => {
    const made = costOf([part("dax/cluster:Cluster", "cache"), part("random:index/randomId:RandomId", "id")]);
    assert.deepEqual(made.notPriced, [
      { type: "dax/cluster:Cluster", count: 1 },
      { type: "random:index/randomId:RandomId", count: 1 },
    ]);
  });

  for (const [what, parts] of [
    ["a machine's size", [part("rds/clusterInstance:ClusterInstance", "a", { instanceClass: "db.r8g.large" })]],
    ["a class of logs", [part("cloudwatch/logGroup:LogGroup", "l", { logGroupClass: "DELIVERY" })]],
    ["a tier of users", [part("cognito/userPool:UserPool", "u", { userPoolTier: "GOLD" })]],
    ["a kind of load balancer", [part("lb/loadBalancer:LoadBalancer", "n", { loadBalancerType: "network" })]],
    ["a size of build machine", [part("codebuild/project:Project", "b", { environment: { computeType: "HUGE" } })]],
    [
      "a feature of GuardDuty",
      [part("guardduty/detectorFeature:DetectorFeature", "f", { name: "NEW", status: "ENABLED" })],
    ],
  ] as const)
    it(`reports ${what} that it has no price for`, () => {
      const made = costOf(parts);
      assert.equal(made.notPriced.length, 1);
      assert.equal(made.totalUsd, 0);
    });

  it("lists what is free with the reason, and gives no type both a rule and a reason", () => {
    const made = costOf([part("iam/role:Role", "a"), part("iam/role:Role", "b")]);
    assert.deepEqual(made.free, [{ type: "iam/role:Role", count: 2, why: "rights and policies are free" }]);
    assert.deepEqual(
      [...FREE.keys()].filter((type) => RULES[type] !== undefined),
      [],
    );
  });

  it("leaves out components, providers and what belongs to somebody else", () => {
    const made = costOf([component("security:DataKey", "k"), { ...part("kms/key:Key", "theirs"), external: true }]);
    assert.deepEqual([made.totalUsd, made.notPriced, made.free], [0, [], []]);
  });

  it("adds up by service and by the nearest component of ours", () => {
    const made = costOf(
      [
        component("security:DataKey", "outer"),
        component("security:DataKey", "inner", "outer"),
        key("one", "outer"),
        key("two", "inner"),
        key("three", "inner"),
      ],
      { keyCallsTenThousands: 0 },
    );
    assert.deepEqual([...made.byComponent].toSorted(), [
      ["inner (security:DataKey)", 2],
      ["outer (security:DataKey)", 1],
    ]);
    assert.deepEqual([...made.byService], [["KMS", 3]]);
    const [line] = made.lines;
    assert.deepEqual([line?.quantity, line?.monthlyUsd, line?.resources], [2, 2, ["three", "two"]]);
  });

  it("takes the prices that are given", () => {
    const dear = { ...PRICES, "kms.key": { usd: 7, per: "key-month", page: "a test" } };
    const made = estimate(stackOf(part("kms/key:Key", "k")), { ...PROFILES.idle, keyCallsTenThousands: 0 }, dear);
    assert.equal(made.totalUsd, 7);
  });

  it("takes off what every account has for nothing only on demand", () => {
    const cdn = [part("cloudfront/distribution:Distribution", "cdn")];
    const much = { videoServedGb: 2024, videoRequestsMillions: 10 };
    assert.equal(usd(costOf(cdn, much), "recordings to viewers"), 172.04);
    assert.equal(usd(costOf(cdn, much, { freeTier: true })), 85);
  });

  it("says so when the stack is in another region than the prices", () => {
    const provider = (region: string) => ({ ...given.providerState, inputs: { region } });
    const notes = (region: string) => {
      const snapshot = readSnapshot(given.exported(given.stackState, provider(region)));
      return estimate(snapshot, PROFILES.baseline, PRICES).notes;
    };
    assert.deepEqual(notes("us-east-1"), []);
    assert.match(notes("eu-west-1")[0] ?? "", /eu-west-1.*us-east-1/);
  });

  it("reads a plan of which nothing is known yet like the state that comes of it", () => {
    const ids = (id: string) =>
      SMALL_PLATFORM.map((each) => ({ ...each, inputs: { ...each.inputs, clusterIdentifier: id, bucket: id } }));
    assert.equal(costOf(ids(given.LATER)).totalUsd, costOf(ids("known")).totalUsd);
  });

  it("is the same whatever order the resources come in", () => {
    assert.deepEqual(costOf(SMALL_PLATFORM), costOf(SMALL_PLATFORM.toReversed()));
  });
});

describe("prices and assumptions", () => {
  it("name a positive price, its unit and AWS's page", () => {
    for (const [name, { usd: price, per, page }] of Object.entries<Price>(PRICES))
      assert.ok(price > 0 && per !== "" && /pricing/.test(page), name);
  });

  it("say in one line why, for every figure, and grow with the users", () => {
    for (const [name, { values, unit, assumption }] of Object.entries(FIGURES)) {
      assert.ok(/^[A-Z1-9][^\n]{15,}\.$/.test(assumption) && unit !== "", name);
      assert.deepEqual(
        values.toSorted((a, b) => a - b),
        values,
        name,
      );
    }
  });
});
