import { strict as assert } from "node:assert";
import { AccessAnalyzer, type AccessAnalyzerArgs } from "../../../components/audit/accessAnalyzer";
import { deploy, promiseOf } from "../../harness";

const ARGS: AccessAnalyzerArgs = {
  namePrefix: "telehealth",
  location: { accountId: "111122223333", region: "us-east-1" },
  regions: ["us-east-1", "us-west-2"],
};
const TYPE = "accessanalyzer/analyzer:Analyzer";
const analyzer = (changes: Partial<AccessAnalyzerArgs> = {}) =>
  deploy((opts) => new AccessAnalyzer("access", { ...ARGS, ...changes }, opts));

describe("AccessAnalyzer", () => {
  it("looks for access from outside in each region, and for nothing else unasked", async () => {
    const deployed = await analyzer();
    assert.deepEqual(
      deployed.all(TYPE).map(({ inputs }) => inputs),
      ARGS.regions.map((region) => ({ region, analyzerName: "telehealth-outside", type: "ACCOUNT" })),
    );
    const arns = Object.entries(deployed.result.arns);
    assert.deepEqual(
      await Promise.all(arns.map(async ([region, arn]) => [region, /outside/.test(await promiseOf(arn))])),
      [
        ["us-east-1", true],
        ["us-west-2", true],
      ],
    );
  });

  it("reports unused access once, in the stack's region", async () => {
    const deployed = await analyzer({ unusedAfterDays: 90 });
    assert.equal(deployed.all(TYPE).length, 3);
    assert.deepEqual(deployed.one(TYPE, "access-unused").inputs, {
      region: "us-east-1",
      analyzerName: "telehealth-unused",
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: 90 } },
    });
  });

  it("refuses regions without the stack's own, and days that AWS does not take", async () => {
    await assert.rejects(analyzer({ regions: [] }), /regions.*us-east-1 is missing/);
    for (const unusedAfterDays of [0, 366, 1.5])
      await assert.rejects(analyzer({ unusedAfterDays }), /unusedAfterDays.*Use 1 to 365/);
  });
});
