import { strict as assert } from "node:assert";
import { AuditAlarms } from "../../../components/audit/auditAlarms";
import { auditEvents } from "../../../components/audit/auditEvents";
import { deploy } from "../../harness";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
const alarms = (deployRoleNames?: readonly string[]) =>
  deploy(
    (opts) =>
      new AuditAlarms(
        "audit",
        {
          logGroupName: "trail-events",
          topicArn: TOPIC,
          ...(deployRoleNames === undefined ? {} : { deployRoleNames }),
        },
        opts,
      ),
  );

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

  it("rings for the first change of rights that no deployment made", async () => {
    const deployed = await alarms(["deploy-telehealth-prod"]);
    const { pattern } = deployed.one("cloudwatch/logMetricFilter:LogMetricFilter", "audit-permissions-changed").inputs;
    assert.match(pattern, /assumed-role\/deploy-telehealth-prod\//);
    const alarm = deployed.one("cloudwatch/metricAlarm:MetricAlarm", "audit-permissions-changed-alarm").inputs;
    assert.equal(alarm["threshold"], 1);
  });

  it("refuses more roles than a filter holds", async () => {
    const many = Array.from({ length: 20 }, (_, at) => `deploy-telehealth-environment-${at}`);
    await assert.rejects(alarms(many), /deployRoleNames.*too long/);
  });
});
