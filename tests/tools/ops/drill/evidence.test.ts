import { strict as assert } from "node:assert";
import { type DrillFacts, evidenceOf } from "../../../../tools/ops/drill/evidence";
import { summaryOf } from "../../../../tools/ops/drill/storeEvidence";

const BEGUN = Date.UTC(2027, 0, 2, 3, 0, 0);
const FACTS: DrillFacts = {
  drill: "telehealth-prod-drill-20270102030000",
  stack: "prod",
  region: "us-east-1",
  by: "arn:aws:sts::111122223333:assumed-role/admin/a",
  source: { cluster: "telehealth-prod", version: "15.15" },
  begun: BEGUN,
  ended: BEGUN + 31 * 60_000,
  restoredTo: new Date(BEGUN - 4 * 60_000),
  newestMoment: new Date(BEGUN - 4 * 60_000),
  checks: [{ what: "encrypted", expected: "true", found: "true", passed: true }],
  objectives: { rtoMinutes: 240, rpoMinutes: 15 },
  temporaryCluster: "removed",
};

describe("the evidence of a drill", () => {
  it("says who, when, what, how long and whether that is good enough", () => {
    const { limits, ...evidence } = evidenceOf(FACTS);
    assert.deepEqual(evidence, {
      verdict: "passed",
      requirement: "45 CFR 164.308(a)(7)(ii)(D), testing and revision procedures",
      method: "Aurora point-in-time restore into a temporary cluster with one instance",
      drill: FACTS.drill,
      stack: "prod",
      region: "us-east-1",
      by: FACTS.by,
      source: FACTS.source,
      temporaryCluster: "removed",
      begun: "2027-01-02T03:00:00.000Z",
      ended: "2027-01-02T03:31:00.000Z",
      restoredTo: "2027-01-02T02:56:00.000Z",
      measured: { rtoMinutes: 31, rpoMinutes: 4 },
      objectives: { rtoMinutes: 240, rpoMinutes: 15 },
      meets: { rto: true, rpo: true },
      checks: FACTS.checks,
    });
    assert.match(limits, /the database alone/);
  });

  for (const [what, change] of [
    ["a second over the RTO", { ended: BEGUN + 240 * 60_000 + 1000 }],
    ["a second over the RPO", { newestMoment: new Date(BEGUN - 15 * 60_000 - 1000) }],
    ["a check that failed", { checks: [{ what: "encrypted", expected: "true", found: "false", passed: false }] }],
  ] as const)
    it(`fails for ${what}`, () => {
      assert.equal(evidenceOf({ ...FACTS, ...change }).verdict, "failed");
    });

  it("passes on the very minute", () => {
    const onTime = { ended: BEGUN + 240 * 60_000, newestMoment: new Date(BEGUN - 15 * 60_000) };
    assert.equal(evidenceOf({ ...FACTS, ...onTime }).verdict, "passed");
  });

  it("measures the newest moment that there was, not the one that was chosen", () => {
    const chosen = evidenceOf({ ...FACTS, restoredTo: new Date(BEGUN - 86_400_000) });
    assert.deepEqual([chosen.measured.rpoMinutes, chosen.restoredTo], [4, "2027-01-01T03:00:00.000Z"]);
  });

  it("is summed up with what is wrong and what is left to do", () => {
    const checks = [...FACTS.checks, { what: "KMS key", expected: "arn:a", found: "arn:b", passed: false }];
    assert.deepEqual(summaryOf(evidenceOf({ ...FACTS, checks, temporaryCluster: "left" })), [
      "RTO  31 minutes of 240: met",
      "RPO  4 minutes of 15: met",
      "WRONG KMS key: arn:b instead of arn:a",
      `${FACTS.drill} is still there and costs money. Remove it with: npm run ops -- restore-drill --remove ${FACTS.drill}`,
      "The drill has failed.",
    ]);
  });
});
