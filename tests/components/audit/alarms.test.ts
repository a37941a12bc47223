import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AlarmRow, AnomalyRow } from "../../../components/audit/alarmRow";
import { Alarms, type AlarmsArgs } from "../../../components/audit/alarms";
import { Dashboard } from "../../../components/audit/dashboard";
import { databaseAlarms, databaseAnomalies, proxyAlarms } from "../../../components/audit/databaseAlarms";
import {
  cdnAlarms,
  certificateAlarms,
  firewallAlarms,
  restApiAlarms,
  signInAlarms,
} from "../../../components/audit/edgeAlarms";
import { loadBalancerAlarms, loadBalancerAnomalies, serviceAlarms } from "../../../components/audit/serviceAlarms";
import {
  backupAlarms,
  functionAlarms,
  natAlarms,
  natAnomalies,
  queueAlarms,
  topicAlarms,
} from "../../../components/audit/workAlarms";
import { deploy } from "../../harness";

const HOME = "eu-west-1";
const TOPICS = {
  [HOME]: "arn:aws:sns:eu-west-1:111122223333:alerts",
  "us-east-1": "arn:aws:sns:us-east-1:111122223333:alerts",
};
const balancer = { suffix: "app/entry/1", targetGroupSuffixes: ["targetgroup/blue/1", "targetgroup/green/2"] };
const ROWS: AlarmRow[] = [
  ...databaseAlarms({ clusterIdentifier: "telehealth-prod", hasReaders: true }),
  ...proxyAlarms("telehealth-prod"),
  ...serviceAlarms({ clusterName: "services", serviceName: "api", minTasks: 2 }),
  ...loadBalancerAlarms(balancer),
  ...restApiAlarms({ apiName: "rest", stageName: "prod" }),
  ...cdnAlarms("E1"),
  ...firewallAlarms({ purpose: "api", metricName: "telehealth-prod-api", region: HOME }),
  ...firewallAlarms({ purpose: "web", metricName: "telehealth-prod-web", region: undefined }),
  ...signInAlarms({ userPoolId: "pool", clientId: "client" }),
  ...certificateAlarms({ api: "arn:api", video: "arn:video" }, ["video"]),
  ...queueAlarms({ purpose: "reminders", queueName: "q", deadLetterQueueName: "dead" }),
  ...functionAlarms("events", "telehealth-prod-events"),
  ...natAlarms(["nat-1", "nat-2"]),
  ...backupAlarms("telehealth-prod"),
  ...topicAlarms("telehealth-prod-alerts"),
];
const ANOMALIES: AnomalyRow[] = [
  ...databaseAnomalies({ clusterIdentifier: "telehealth-prod", hasReaders: true }),
  ...loadBalancerAnomalies(balancer),
  ...natAnomalies(["nat-1", "nat-2"]),
];
const ARGS: AlarmsArgs = { prefix: "telehealth-prod", region: HOME, rows: ROWS, anomalies: ANOMALIES, topics: TOPICS };
const alarms = (changes: Partial<AlarmsArgs> = {}) =>
  deploy((opts) => new Alarms("alarms", { ...ARGS, ...changes }, opts));

/** The sets of dimensions under which each service publishes, from its own guide. */
const PUBLISHED: Readonly<Record<string, readonly string[][]>> = {
  "AWS/RDS": [["DBClusterIdentifier"], ["ProxyName"]],
  "AWS/ECS": [["ClusterName", "ServiceName"]],
  "ECS/ContainerInsights": [["ClusterName", "ServiceName"]],
  "AWS/ApplicationELB": [["LoadBalancer"], ["LoadBalancer", "TargetGroup"]],
  "AWS/ApiGateway": [["ApiName", "Stage"]],
  "AWS/CloudFront": [["DistributionId", "Region"]],
  "AWS/WAFV2": [
    ["Region", "Rule", "WebACL"],
    ["Rule", "WebACL"],
  ],
  "AWS/Cognito": [["UserPool", "UserPoolClient"]],
  "AWS/CertificateManager": [["CertificateArn"]],
  "AWS/SQS": [["QueueName"]],
  "AWS/Lambda": [["FunctionName"]],
  "AWS/NATGateway": [["NatGatewayId"]],
  "AWS/Backup": [["BackupVaultName"]],
  "AWS/SNS": [["TopicName"]],
};

describe("the catalogue of alarms", () => {
  for (const { name, namespace, dimensions } of [...ROWS, ...ANOMALIES])
    it(`${name} watches under dimensions that are published`, () => {
      const used = Object.keys(dimensions).toSorted();
      assert.ok(
        PUBLISHED[namespace]?.some((each) => each.join() === used.join()),
        `${namespace} is not published under ${used.join(", ")}`,
      );
    });

  it("says for each what it means, and where to read on", () => {
    for (const { name, why, runbook } of [...ROWS, ...ANOMALIES]) {
      assert.ok(why.length > 15, name);
      assert.ok(existsSync(join(__dirname, "../../../docs/runbooks", `${runbook}.md`)), `${name}: ${runbook}`);
    }
  });

  it("takes silence for trouble only where a sign of life is missing", () => {
    const silent = ROWS.filter(({ missing }) => missing === "breaching").map(({ name }) => name);
    assert.deepEqual(silent, ["tasks-running", "backup-missing"]);
  });

  it("watches the lag of readers only where there are some", () => {
    const names = databaseAlarms({ clusterIdentifier: "x", hasReaders: false }).map(({ name }) => name);
    assert.ok(!names.includes("database-replica-lag"));
  });
});

describe("Alarms", function () {
  this.timeout(20_000);

  it("makes one alarm for each row, which tells the topic of its own region", async () => {
    const all = (await alarms()).all("cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(all.length, ROWS.length + ANOMALIES.length);
    for (const row of [...ROWS, ...ANOMALIES]) {
      const { inputs } = all.find(({ name }) => name === `alarms-${row.name}`) ?? assert.fail(row.name);
      const at = row.region ?? HOME;
      assert.equal(inputs["region"], at === HOME ? undefined : at);
      assert.deepEqual(inputs["alarmActions"], [TOPICS[at as keyof typeof TOPICS]]);
      assert.deepEqual(inputs["okActions"], inputs["alarmActions"]);
      assert.ok(inputs["treatMissingData"]);
      assert.match(inputs["alarmDescription"], /docs\/runbooks\/[a-z-]+\.md$/);
    }
  });

  it("reads percentiles as such", async () => {
    const { inputs } = (await alarms()).one("cloudwatch/metricAlarm:MetricAlarm", "alarms-api-slow");
    assert.deepEqual([inputs["extendedStatistic"], inputs["statistic"]], ["p99", undefined]);
  });

  it("compares what is unusual with a band of its own past", async () => {
    const { inputs } = (await alarms()).one("cloudwatch/metricAlarm:MetricAlarm", "alarms-nat-1-outgoing");
    assert.equal(inputs["comparisonOperator"], "GreaterThanUpperThreshold");
    const [metric, band] = inputs["metricQueries"];
    assert.equal(metric.metric.metricName, "BytesOutToDestination");
    assert.equal(band.id, inputs["thresholdMetricId"]);
    assert.equal(band.expression, "ANOMALY_DETECTION_BAND(metric, 6)");
    assert.equal(inputs["threshold"], undefined);
  });

  it("refuses a name that is given twice, and a region without a topic", async () => {
    const [first] = ROWS;
    assert.ok(first);
    await assert.rejects(alarms({ rows: [first, first] }), /rows.*named twice/);
    await assert.rejects(alarms({ topics: { [HOME]: TOPICS[HOME] } }), /topics.*us-east-1, which has no topic/);
  });
});

describe("Dashboard", () => {
  const body = async () => {
    const rows = [...ROWS, ...ANOMALIES];
    const args = { dashboardName: "telehealth-prod", region: HOME, rows, alarmArns: ["arn:a", "arn:b"] };
    const deployed = await deploy((opts) => new Dashboard("overview", args, opts));
    return JSON.parse(deployed.one("cloudwatch/dashboard:Dashboard").inputs["dashboardBody"]).widgets;
  };

  it("shows the state of all alarms, then each metric in its own region with the line it rings at", async () => {
    const [status, ...graphs] = await body();
    assert.deepEqual(status.properties.alarms, ["arn:a", "arn:b"]);
    assert.equal(graphs.length, ROWS.length + ANOMALIES.length);
    for (const [index, row] of ROWS.entries()) {
      const { properties } = graphs[index];
      assert.equal(properties.region, row.region ?? HOME);
      assert.deepEqual(properties.metrics[0].slice(0, 2), [row.namespace, row.metric]);
      assert.equal(properties.annotations.horizontal[0].value, row.threshold);
    }
  });

  it("lets no two widgets overlap, and none leave the grid", async () => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of await body()) {
      assert.ok(x + width <= 24);
      for (let column = x; column < x + width; column++)
        for (let line = y; line < y + height; line++) {
          const cell = `${column},${line}`;
          assert.ok(!taken.has(cell), cell);
          taken.add(cell);
        }
    }
  });
});
