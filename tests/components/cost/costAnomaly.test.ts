import { strict as assert } from "node:assert";
import { CostAnomalyMonitor, type CostAnomalyMonitorArgs } from "../../../components/cost/costAnomaly";
import { deploy, promiseOf } from "../../harness";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
const monitor = (changes: Partial<CostAnomalyMonitorArgs> = {}) =>
  deploy((opts) => new CostAnomalyMonitor("anomalies", { thresholdUsd: 50, topicArn: TOPIC, ...changes }, opts));
const SUBSCRIPTION = "costexplorer/anomalySubscription:AnomalySubscription";

describe("CostAnomalyMonitor", () => {
  it("watches each service of the account", async () => {
    const deployed = await monitor();
    const { inputs } = deployed.one("costexplorer/anomalyMonitor:AnomalyMonitor");
    assert.deepEqual([inputs["monitorType"], inputs["monitorDimension"]], ["DIMENSIONAL", "SERVICE"]);
    assert.match(await promiseOf(deployed.result.monitorArn), /anomalies-services$/);
  });

  it("tells the topic at once, and nobody by e-mail unless named", async () => {
    const { inputs } = (await monitor()).one(SUBSCRIPTION);
    assert.equal(inputs["frequency"], "IMMEDIATE");
    assert.deepEqual(inputs["subscribers"], [{ type: "SNS", address: TOPIC }]);
    assert.match(inputs["monitorArnLists"][0], /anomalies-services$/);
  });

  it("writes to people once a day, which is the soonest that AWS does", async () => {
    const { inputs } = (await monitor({ emails: ["ops@example.com"] })).one(SUBSCRIPTION, "anomalies-daily");
    assert.equal(inputs["frequency"], "DAILY");
    assert.deepEqual(inputs["subscribers"], [{ type: "EMAIL", address: "ops@example.com" }]);
  });

  it("keeps quiet about less than the threshold", async () => {
    for (const { inputs } of (await monitor({ emails: ["ops@example.com"], thresholdUsd: 75 })).all(SUBSCRIPTION))
      assert.deepEqual(inputs["thresholdExpression"], {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: ["75"],
        },
      });
    await assert.rejects(monitor({ thresholdUsd: 0 }), /thresholdUsd: 0/);
  });
});
