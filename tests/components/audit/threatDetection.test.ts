import { strict as assert } from "node:assert";
import { ThreatDetection, type ThreatDetectionArgs } from "../../../components/audit/threatDetection";
import { deploy, promiseOf } from "../../harness";

const REGIONS = ["us-east-1", "us-west-2"];
const ARGS: ThreatDetectionArgs = {
  location: { accountId: "111122223333", region: "us-east-1" },
  regions: REGIONS,
  topicArn: "arn:aws:sns:us-east-1:111122223333:telehealth-account-alerts",
};
const RULE = "cloudwatch/eventRule:EventRule";
const TARGET = "cloudwatch/eventTarget:EventTarget";
const detection = (changes: Partial<ThreatDetectionArgs> = {}) =>
  deploy((opts) => new ThreatDetection("threats", { ...ARGS, ...changes }, opts));

describe("ThreatDetection", () => {
  it("watches each region and tells what it found as often as GuardDuty can", async () => {
    const deployed = await detection();
    const found = deployed.all("guardduty/detector:Detector").map(({ inputs }) => inputs);
    assert.deepEqual(
      found,
      REGIONS.map((region) => ({ region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" })),
    );
    for (const [region, id] of Object.entries(deployed.result.detectorIds))
      assert.equal(await promiseOf(id), `threats-${region}-detector-id`);
    assert.deepEqual(Object.keys(deployed.result.detectorIds), REGIONS);
  });

  for (const region of REGIONS)
    it(`looks at buckets, databases, functions and running containers in ${region}, not at Kubernetes`, async () => {
      const features = (await detection())
        .all("guardduty/detectorFeature:DetectorFeature")
        .filter(({ inputs }) => inputs["region"] === region);
      for (const { inputs } of features) assert.equal(inputs["detectorId"], `threats-${region}-detector-id`);
      assert.deepEqual(Object.fromEntries(features.map(({ inputs }) => [inputs["name"], inputs["status"]])), {
        S3_DATA_EVENTS: "ENABLED",
        RDS_LOGIN_EVENTS: "ENABLED",
        LAMBDA_NETWORK_LOGS: "ENABLED",
        EBS_MALWARE_PROTECTION: "ENABLED",
        EKS_AUDIT_LOGS: "DISABLED",
        RUNTIME_MONITORING: "ENABLED",
      });
    });

  it("has its agent put beside Fargate tasks, and says so of the other agents too", async () => {
    const features = (await detection({ regions: ["us-east-1"] })).all("guardduty/detectorFeature:DetectorFeature");
    const withAgents = features.filter(({ inputs }) => inputs["additionalConfigurations"] !== undefined);
    assert.deepEqual(
      withAgents.map(({ inputs }) => inputs["name"]),
      ["RUNTIME_MONITORING"],
    );
    assert.deepEqual(withAgents[0]?.inputs["additionalConfigurations"], [
      { name: "EKS_ADDON_MANAGEMENT", status: "DISABLED" },
      { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" },
      { name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" },
    ]);
  });

  for (const [minSeverity, changes] of [
    [4, {}],
    [7, { minSeverity: 7 }],
  ] as const)
    it(`tells the topic of findings from severity ${minSeverity}`, async () => {
      const deployed = await detection(changes);
      const rule = deployed.one(RULE, "threats-threats").inputs;
      const pattern = JSON.parse(rule["eventPattern"]);
      assert.deepEqual([rule["region"], pattern.source], ["us-east-1", ["aws.guardduty"]]);
      assert.deepEqual(pattern.detail, { severity: [{ numeric: [">=", minSeverity] }] });
      const target = deployed.one(TARGET, "threats-alert").inputs;
      assert.deepEqual([target["region"], target["arn"]], ["us-east-1", ARGS.topicArn]);
    });

  it("leaves words out of the alert that may name patients, and fills in all the others", async () => {
    const { inputPaths, inputTemplate } = (await detection()).one(TARGET, "threats-alert").inputs["inputTransformer"];
    const used = [...inputTemplate.matchAll(/<(\w+)>/g)].map(([, name]) => name);
    assert.deepEqual([...used].sort(), Object.keys(inputPaths).sort());
    for (const path of Object.values(inputPaths)) assert.doesNotMatch(String(path), /title|description|resource/);
  });

  it("forwards the findings of another region to the stack's event bus, and no others", async () => {
    const deployed = await detection();
    const bus = "arn:aws:events:us-east-1:111122223333:event-bus/default";
    const rule = deployed.one(RULE, "threats-us-west-2-threats").inputs;
    assert.equal(rule["region"], "us-west-2");
    assert.equal(rule["eventPattern"], deployed.one(RULE, "threats-threats").inputs["eventPattern"]);
    const target = deployed.one(TARGET, "threats-us-west-2-forward");
    assert.deepEqual([target.inputs["region"], target.inputs["arn"]], ["us-west-2", bus]);
    assert.deepEqual(target.dependsOn, ["threats-forwarder-may"]);
    const may = JSON.parse(deployed.one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement;
    assert.deepEqual(may, [{ Effect: "Allow", Action: "events:PutEvents", Resource: bus }]);
    const [trust] = JSON.parse(deployed.one("iam/role:Role").inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
  });

  it("forwards nothing when there is one region", async () => {
    const deployed = await detection({ regions: ["us-east-1"] });
    assert.deepEqual(deployed.all("iam/role:Role"), []);
    assert.equal(deployed.all(TARGET).length, 1);
  });

  it("refuses regions without the stack's own, and severities that do not exist", async () => {
    await assert.rejects(detection({ regions: ["us-west-2"] }), /regions.*us-east-1 is missing/);
    for (const minSeverity of [0, 11, NaN])
      await assert.rejects(detection({ minSeverity }), /minSeverity.*Use 1 to 10/);
  });
});
