import { strict as assert } from "node:assert";
import { objectiveProblems, snapshotSchedule } from "../../../components/resilience/objectives";

const KEPT = { rpoMinutes: 15, regionRpoMinutes: 2040, rtoMinutes: 240 };
const CONTINUOUS = { continuousBuckets: true };
const SNAPSHOTS = { continuousBuckets: false };

describe("how often snapshots are taken", () => {
  it("leaves damage to point-in-time recovery where every store has one", () => {
    assert.equal(snapshotSchedule({ rpoMinutes: 15 }, CONTINUOUS)?.everyMinutes, 1440);
  });

  it("makes up for buckets without one", () => {
    assert.equal(snapshotSchedule({ rpoMinutes: 1440 }, SNAPSHOTS)?.everyMinutes, 720);
  });

  it("counts the way to the second region", () => {
    assert.equal(snapshotSchedule({ rpoMinutes: 15, regionRpoMinutes: 2040 }, CONTINUOUS)?.everyMinutes, 1440);
    assert.equal(snapshotSchedule({ rpoMinutes: 15, regionRpoMinutes: 2039 }, CONTINUOUS)?.everyMinutes, 720);
  });

  it("goes by the stricter of both", () => {
    assert.equal(snapshotSchedule({ rpoMinutes: 360, regionRpoMinutes: 2040 }, SNAPSHOTS)?.everyMinutes, 240);
    assert.equal(snapshotSchedule({ rpoMinutes: 1920, regionRpoMinutes: 300 }, SNAPSHOTS)?.everyMinutes, 120);
  });

  it("has no answer exactly where an RPO is a problem", () => {
    for (const rpoMinutes of [0, 14, 15, 119, 120, 1440])
      for (const regionRpoMinutes of [undefined, 120, 239, 240])
        for (const facts of [CONTINUOUS, SNAPSHOTS]) {
          const objectives = { rpoMinutes, ...(regionRpoMinutes === undefined ? {} : { regionRpoMinutes }) };
          const refused = objectiveProblems({ ...objectives, rtoMinutes: 60 }, facts).length > 0;
          assert.equal(snapshotSchedule(objectives, facts) === undefined, refused, JSON.stringify(objectives));
        }
  });
});

describe("objectiveProblems", () => {
  it("accepts what the plan can keep", () => {
    assert.deepEqual(objectiveProblems(KEPT, CONTINUOUS), []);
    assert.deepEqual(objectiveProblems({ rpoMinutes: 120, rtoMinutes: 60 }, SNAPSHOTS), []);
  });

  for (const [what, objectives, facts, field, fix] of [
    ["an RPO under what S3 promises", { ...KEPT, rpoMinutes: 14 }, CONTINUOUS, "rpoMinutes", /^Write 15 or more$/],
    ["an RPO that snapshots of buckets miss", { ...KEPT, rpoMinutes: 119 }, SNAPSHOTS, "rpoMinutes", /continuous/],
    ["an RPO that is no number", { ...KEPT, rpoMinutes: Number.NaN }, CONTINUOUS, "rpoMinutes", /^Write 15/],
    ["a region's RPO under hourly copies", { ...KEPT, regionRpoMinutes: 239 }, CONTINUOUS, "regionRpoMinutes", /240/],
    ["an RTO that no new cluster keeps", { ...KEPT, rtoMinutes: 59 }, CONTINUOUS, "rtoMinutes", /60/],
  ] as const)
    it(`refuses ${what}`, () => {
      const problems = objectiveProblems(objectives, facts);
      assert.deepEqual(
        problems.map((each) => each.field),
        [field],
      );
      assert.match(problems[0]?.fix ?? "", fix);
    });

  it("says all that is wrong at once", () => {
    const all = objectiveProblems({ rpoMinutes: 1, regionRpoMinutes: 1, rtoMinutes: 1 }, SNAPSHOTS);
    assert.equal(all.length, 3);
  });
});
