import { strict as assert } from "node:assert";
import { SecurityHub } from "../../../components/audit/securityHub";
import { deploy, promiseOf } from "../../harness";

const REGIONS = ["us-east-1", "us-west-2"];
const hub = (regions: string[] = REGIONS) =>
  deploy(
    (opts) => new SecurityHub("hub", { location: { accountId: "111122223333", region: "us-east-1" }, regions }, opts),
  );
const AGGREGATOR = "securityhub/findingAggregator:FindingAggregator";

describe("SecurityHub", () => {
  it("is on in each region, with no standards but ours and one finding for each control", async () => {
    const deployed = await hub();
    assert.deepEqual(
      deployed.all("securityhub/account:Account").map(({ inputs }) => inputs),
      REGIONS.map((region) => ({
        region,
        enableDefaultStandards: false,
        autoEnableControls: true,
        controlFindingGenerator: "SECURITY_CONTROL",
      })),
    );
    const arns = Object.entries(deployed.result.hubArns);
    assert.deepEqual(
      arns.map(([region]) => region),
      REGIONS,
    );
    for (const [region, arn] of arns) assert.match(await promiseOf(arn), new RegExp(`hub-${region}-hub`));
  });

  for (const region of REGIONS)
    it(`measures ${region} against its own region's three standards, once the hub is there`, async () => {
      const all = (await hub()).all("securityhub/standardsSubscription:StandardsSubscription");
      const found = all.filter(({ inputs }) => inputs["region"] === region);
      for (const { dependsOn } of found) assert.deepEqual(dependsOn, [`hub-${region}-hub`]);
      assert.deepEqual(
        found.map(({ inputs }) => inputs["standardsArn"]),
        [
          `arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
          `arn:aws:securityhub:${region}::standards/cis-aws-foundations-benchmark/v/3.0.0`,
          `arn:aws:securityhub:${region}::standards/nist-800-53/v/5.0.0`,
        ],
      );
    });

  it("shows the findings of all regions in the stack's, after every hub is there", async () => {
    const { inputs, dependsOn } = (await hub()).one(AGGREGATOR);
    assert.deepEqual(inputs, {
      region: "us-east-1",
      linkingMode: "SPECIFIED_REGIONS",
      specifiedRegions: ["us-west-2"],
    });
    assert.deepEqual(dependsOn, ["hub-us-east-1-hub", "hub-us-west-2-hub"]);
  });

  it("links nothing when there is one region: AWS refuses an empty list", async () => {
    assert.deepEqual((await hub(["us-east-1"])).one(AGGREGATOR).inputs, {
      region: "us-east-1",
      linkingMode: "NO_REGIONS",
    });
  });

  it("refuses regions without the stack's own", async () => {
    await assert.rejects(hub(["us-west-2"]), /regions.*us-east-1 is missing/);
  });
});
