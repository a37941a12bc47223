import { strict as assert } from "node:assert";
import { AuditAlarms } from "../../../components/audit/auditAlarms";
import { auditEvents } from "../../../components/audit/auditEvents";
import { deploy } from "../../harness";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
const alarms = () =>
  deploy((opts) => new AuditAlarms("audit", { logGroupName: "trail-events", topicArn: TOPIC }, opts));

describe("AuditAlarms", () => {
  it("counts each event in the trail's log, and rings on the count", async () => {
    const deployed = await alarms();
    for (const { name, pattern, threshold = 1 } of auditEvents([])) {
      const filter = deployed.one("cloudwatch/logMetricFilter:LogMetricFilter", `audit-${name}`).inputs;
      assert.equal(filter["logGroupName"], "trail-events");
      assert.equal(filter["pattern"], pattern);
      const alarm = deployed.one("cloudwatch/metricAlarm:MetricAlarm", `audit-${name}-alarm`);
      assert.equal(alarm.inputs["namespace"], filter["metricTransformation"].namespace);
      assert.equal(alarm.inputs["metricName"], filter["metricTransformation"].name);
      assert.equal(alarm.inputs["threshold"], threshold);
      assert.deepEqual(alarm.inputs["alarmActions"], [TOPIC]);
      assert.equal(alarm.inputs["treatMissingData"], "notBreaching");
      assert.deepEqual(alarm.dependsOn, [`audit-${name}`]);
    }
  });
});
