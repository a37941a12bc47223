import { priced } from "../priced";
import { part } from "../stack";

const cluster = (capacity: object, more: object = {}) =>
  part("rds/cluster:Cluster", "db", { serverlessv2ScalingConfiguration: capacity, ...more });
const small = cluster({ minCapacity: 0.5, maxCapacity: 8 });
const group = (more: object = {}) => part("cloudwatch/logGroup:LogGroup", "log", more);
const metric = (period: number) => ({ metric: { metricName: "m", period } });
const alarm = (more: object) => part("cloudwatch/metricAlarm:MetricAlarm", "alarm", more);

priced("CloudWatch", [
  ["an alarm", [alarm({ period: 300 })], {}, "alarm", 0.1],
  ["a fast one", [alarm({ period: 10 })], {}, "alarm", 0.3],
  ["several metrics", [alarm({ metricQueries: [metric(60), metric(60)] })], {}, "alarm on several metrics", 0.2],
  [
    "a band counts three times",
    [alarm({ metricQueries: [metric(60), { expression: "ANOMALY_DETECTION_BAND(m, 4)" }] })],
    {},
    "alarm on what is unusual",
    0.3,
  ],
  ["a log", [group({ name: "/aws/rds/cluster/db/postgresql" })], { databaseLogGb: 10 }, "log: database", 0],
  [
    "a log of a database that is there",
    [small, group({ name: "/aws/rds/cluster/db/postgresql" })],
    { databaseLogGb: 10 },
    "log: database",
    5,
  ],
  [
    "a log of infrequent access is half as dear",
    [small, group({ name: "/aws/rds/cluster/db/postgresql", logGroupClass: "INFREQUENT_ACCESS" })],
    { databaseLogGb: 10 },
    "log: database",
    2.5,
  ],
  [
    "logs are kept for their time",
    [small, group({ name: "/aws/rds/cluster/db/postgresql", retentionInDays: 365 / 2 })],
    { databaseLogGb: 100, logCompression: 0.1, ageMonths: 12 },
    "logs kept",
    1.8,
  ],
  [
    "logs without a time are kept for good",
    [small, group({ name: "/aws/rds/cluster/db/postgresql" })],
    { databaseLogGb: 100, logCompression: 0.1, ageMonths: 24 },
    "logs kept",
    7.2,
  ],
]);
