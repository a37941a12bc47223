import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dimensionProblem } from "../../../components/audit/alarmDimensions";
import { Alarms, type AlarmsArgs } from "../../../components/audit/alarms";
import { auditLogAlarms } from "../../../components/audit/auditLogAlarms";
import { Dashboard } from "../../../components/audit/dashboard";
import { topicAlarms } from "../../../components/audit/topicAlarms";
import { functionAlarms } from "../../../components/compute/functionAlarms";
import { loadBalancerAlarms, loadBalancerAnomalies } from "../../../components/compute/loadBalancerAlarms";
import { queueAlarms } from "../../../components/compute/queueAlarms";
import { scheduleAlarms } from "../../../components/compute/scheduleAlarms";
import { serviceAlarms } from "../../../components/compute/serviceAlarms";
import { databaseAlarms, databaseAnomalies } from "../../../components/database/databaseAlarms";
import { proxyAlarms } from "../../../components/database/proxyAlarms";
import { cdnAlarms } from "../../../components/edge/cdnAlarms";
import { restApiAlarms } from "../../../components/edge/restApiAlarms";
import { webAlarms } from "../../../components/edge/webAlarms";
import { signInAlarms } from "../../../components/identity/signInAlarms";
import { natAlarms, natAnomalies } from "../../../components/network/natAlarms";
import { backupAlarms } from "../../../components/resilience/backupAlarms";
import { certificateAlarms } from "../../../components/security/certificateAlarms";
import { firewallAlarms } from "../../../components/security/firewallAlarms";
import type { AlarmRow, AnomalyRow } from "../../../components/shared/alarmRow";
import { replicationAlarms } from "../../../components/storage/replicationAlarms";
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
  ...signInAlarms({ userPoolId: "pool", clientId: "client", hasThreatProtection: true }),
  ...webAlarms("app"),
  ...certificateAlarms({ api: "arn:api", video: "arn:video" }, ["video"]),
  ...queueAlarms({ purpose: "reminders", queueName: "q", deadLetterQueueName: "dead" }),
  ...functionAlarms("events", "telehealth-prod-events"),
  ...natAlarms(["nat-1", "nat-2"]),
  ...backupAlarms("telehealth-prod"),
  ...scheduleAlarms({ purpose: "reminders", groupName: "reminders-group" }),
  ...replicationAlarms({ purpose: "files", sourceBucket: "files", replicaBucket: "copy" }),
  ...auditLogAlarms("trail", "trail-log"),
  ...topicAlarms("telehealth-prod-alerts"),
  ...topicAlarms("telehealth-prod-alerts", "us-east-1"),
];
const ANOMALIES: AnomalyRow[] = [
  ...databaseAnomalies({ clusterIdentifier: "telehealth-prod", hasReaders: true }),
  ...loadBalancerAnomalies(balancer),
  ...natAnomalies(["nat-1", "nat-2"]),
];
const ARGS: AlarmsArgs = { prefix: "telehealth-prod", region: HOME, rows: ROWS, anomalies: ANOMALIES, topics: TOPICS };
const alarms = (changes: Partial<AlarmsArgs> = {}) =>
  deploy((opts) => new Alarms("alarms", { ...ARGS, ...changes }, opts));

describe("the catalogue of alarms", () => {
  for (const row of [...ROWS, ...ANOMALIES])
    it(`${row.name} watches under dimensions that are published, and under none of them left out`, () => {
      const region = row.region ?? HOME;
      assert.equal(dimensionProblem(row, region), undefined);
      for (const left of Object.keys(row.dimensions)) {
        const dimensions = Object.fromEntries(Object.entries(row.dimensions).filter(([name]) => name !== left));
        assert.ok(dimensionProblem({ ...row, dimensions }, region), `without ${left}`);
      }
    });

  it("says for each what it means, and where to read on", () => {
    for (const { name, why, runbook } of [...ROWS, ...ANOMALIES]) {
      assert.ok(why.length > 15, name);
      assert.ok(existsSync(join(__dirname, "../../../docs/runbooks", `${runbook}.md`)), `${name}: ${runbook}`);
    }
  });

  it("takes silence for trouble only where a sign of life is missing", () => {
    const silent = ROWS.filter(({ missing }) => missing === "breaching").map(({ name }) => name);
    assert.deepEqual(silent, ["tasks-running", "backup-missing", "trail-silent"]);
  });

  it("watches the lag of readers only where there are some", () => {
    const names = databaseAlarms({ clusterIdentifier: "x", hasReaders: false }).map(({ name }) => name);
    assert.ok(!names.includes("database-replica-lag"));
    assert.ok(!names.includes("database-reader-capacity"));
  });

  it("watches the load of the writer, which idle readers would hide in the cluster's average", () => {
    const rows = [...databaseAlarms({ clusterIdentifier: "x", hasReaders: true }), ...ANOMALIES];
    for (const { name, metric, dimensions, namespace } of rows)
      if (namespace === "AWS/RDS" && /CPU|ACU|Memory|Deadlocks|Connections/.test(metric))
        assert.ok(dimensions["Role"] === "WRITER" || name === "database-reader-capacity", name);
  });

  it("watches risks of sign-ins only where threat protection counts them", () => {
    const names = (hasThreatProtection: boolean) =>
      signInAlarms({ userPoolId: "pool", clientId: "client", hasThreatProtection }).map(({ name }) => name);
    assert.deepEqual(
      names(true).filter((each) => !names(false).includes(each)),
      ["sign-in-takeover", "sign-in-leaked-passwords"],
    );
  });

  it("judges no share of a handful of requests", () => {
    const shares = ROWS.filter(({ metric }) => /4XXError|ErrorRate|SignInSuccesses/.test(metric));
    assert.ok(shares.length >= 4);
    for (const { name, volume } of shares) assert.ok((volume?.atLeast ?? 0) >= 50, name);
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

  it("is quiet below the volume, whichever way the share is compared", async () => {
    const deployed = await alarms();
    for (const [name, volume, quiet] of [
      ["alarms-recordings-errors", ["Requests", "Sum", 50], 4],
      ["alarms-sign-in-failures", ["SignInSuccesses", "SampleCount", 50], 1.5],
    ] as const) {
      const { inputs } = deployed.one("cloudwatch/metricAlarm:MetricAlarm", name);
      assert.deepEqual(
        [inputs["metricName"], inputs["namespace"], inputs["statistic"]],
        [undefined, undefined, undefined],
      );
      const [value, counted, judged] = inputs["metricQueries"];
      assert.deepEqual([counted.metric.metricName, counted.metric.stat], volume.slice(0, 2));
      assert.deepEqual(counted.metric.dimensions, value.metric.dimensions);
      assert.equal(judged.expression, `IF(FILL(volume, 0) >= ${volume[2]}, value, ${quiet})`);
      assert.deepEqual([value.returnData, counted.returnData, judged.returnData], [false, false, true]);
    }
  });

  it("refuses dimensions under which nothing is published, in an anomaly too, and the wrong region", async () => {
    const changed = (change: Partial<AlarmRow>) => [{ ...(ROWS[0] ?? assert.fail()), name: "x", ...change }];
    await assert.rejects(
      alarms({ rows: changed({ dimensions: {} }) }),
      /rows, x.*under no dimension. Use DBClusterIdentifier, Role/,
    );
    const [usual] = ANOMALIES;
    assert.ok(usual);
    const anomalies = [{ ...usual, dimensions: { DBClusterIdentifer: "x" } }];
    await assert.rejects(alarms({ rows: [], anomalies }), /not watched under DBClusterIdentifer/);
    const here = cdnAlarms("E1").map((each) => ({ ...each, region: HOME }));
    await assert.rejects(alarms({ rows: here }), /no data in eu-west-1. Put it in us-east-1/);
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
    await assert.rejects(alarms({ rows: [first, first] }), /rows.*listed twice/);
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
      assert.equal(properties.metrics.length, 1);
      assert.equal(properties.region, row.region ?? HOME);
      assert.deepEqual(properties.metrics[0].slice(0, 2), [row.namespace, row.metric]);
      assert.equal(properties.annotations.horizontal[0].value, row.threshold);
    }
  });

  it("shows the band beside a metric that rings when it leaves it", async () => {
    const graphs = (await body()).slice(1 + ROWS.length);
    for (const [index, { band }] of ANOMALIES.entries()) {
      const [watched, usual] = graphs[index].properties.metrics;
      assert.equal(usual[0].expression, `ANOMALY_DETECTION_BAND(${watched.at(-1).id}, ${band})`);
    }
  });

  it("lets no two widgets overlap, and none leave the grid", async () => {
    const taken = new Set<string>();
    const widgets: Record<"x" | "y" | "width" | "height", number>[] = await body();
    for (const { x, y, width, height } of widgets) {
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
