import { priced } from "../priced";
import { part } from "../stack";

const cluster = (capacity: object, more: object = {}) =>
  part("rds/cluster:Cluster", "db", { serverlessv2ScalingConfiguration: capacity, ...more });
const instance = (name: string, more: object = {}) =>
  part(
    "rds/clusterInstance:ClusterInstance",
    name,
    { instanceClass: "db.serverless", ...more },
    { clusterIdentifier: ["db"] },
  );
const proxy = part("rds/proxy:Proxy", "proxy");
const target = part(
  "rds/proxyTarget:ProxyTarget",
  "target",
  {},
  { dbProxyName: ["proxy"], dbClusterIdentifier: ["db"] },
);
const small = cluster({ minCapacity: 0.5, maxCapacity: 8 });
const pausing = cluster({ minCapacity: 0, maxCapacity: 2 });

priced("Aurora", [
  ["a writer costs its least capacity when idle", [small, instance("a")], { databaseAcu: 0 }, "writer", 43.8],
  ["a writer costs its average", [small, instance("a")], { databaseAcu: 2 }, "writer", 175.2],
  ["a writer never costs more than its most", [small, instance("a")], { databaseAcu: 99 }, "writer", 700.8],
  ["a pausing one costs nothing when idle", [pausing, instance("a")], { databaseAwakeHours: 0 }, "writer", 0],
  [
    "a pausing one costs its hours",
    [pausing, instance("a")],
    { databaseAwakeHours: 100, databaseAcu: 1 },
    "writer",
    12,
  ],
  [
    "a proxy keeps a pausing one awake",
    [pausing, instance("a"), proxy, target],
    { databaseAwakeHours: 0, databaseAcu: 1 },
    "writer",
    87.6,
  ],
  ["there is no reader unless there are two", [small, instance("a")], {}, "reader", 0],
  [
    "a reader of tier 1 is as large as the writer",
    [small, instance("a"), instance("b", { promotionTier: 1 })],
    { databaseAcu: 2, readerAcu: 0.5 },
    "reader",
    175.2,
  ],
  [
    "a reader of tier 2 scales by itself",
    [small, instance("a"), instance("b", { promotionTier: 2 })],
    { databaseAcu: 2, readerAcu: 0.5 },
    "reader",
    43.8,
  ],
  [
    "storage that is optimised for I/O makes capacity dearer",
    [cluster({ minCapacity: 1, maxCapacity: 1 }, { storageType: "aurora-iopt1" }), instance("a")],
    {},
    "writer",
    113.88,
  ],
  [
    "storage that is optimised for I/O has no I/O",
    [cluster({ minCapacity: 1 }, { storageType: "aurora-iopt1" })],
    {},
    "database I/O",
    0,
  ],
  ["other storage has", [small], { databaseIoMillions: 10 }, "database I/O", 2],
  ["a proxy costs 8 ACU at least", [small, instance("a"), proxy, target], {}, "RDS Proxy, 8 ACU at least", 87.6],
  [
    "a proxy costs what is behind it if that is more",
    [cluster({ minCapacity: 10, maxCapacity: 16 }), instance("a"), proxy, target],
    {},
    "RDS Proxy, 8 ACU at least",
    109.5,
  ],
  [
    "RDS keeps its password as a secret",
    [cluster({}, { manageMasterUserPassword: true })],
    {},
    "password that RDS rotates",
    0.4,
  ],
  [
    "backups grow with the days they reach back",
    [cluster({}, { backupRetentionPeriod: 10 })],
    { databaseGb: 100, databaseChangeShare: 0.02 },
    "point-in-time backups",
    0.42,
  ],
  [
    "monitoring every second costs sixty times a minute's",
    [small, instance("a", { monitoringInterval: 1 })],
    {},
    "Enhanced Monitoring",
    6.57,
  ],
]);
