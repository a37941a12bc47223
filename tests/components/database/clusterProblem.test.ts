import { strict as assert } from "node:assert";
import { clusterProblem } from "../../../components/database/clusterProblem";
import type { PostgresClusterArgs } from "../../../components/database/postgresCluster";
import { exampleCluster } from "./exampleCluster";

const REFUSED: [what: string, over: Partial<PostgresClusterArgs>, field: string][] = [
  ["a capital in the identifier, which would miss its log group", { clusterIdentifier: "Prod" }, "clusterIdentifier"],
  ["a double hyphen in the identifier", { clusterIdentifier: "a--b" }, "clusterIdentifier"],
  ["an identifier with no room for -15", { clusterIdentifier: "a".repeat(61) }, "clusterIdentifier"],
  ["a database name with a hyphen", { databaseName: "my-ehr" }, "databaseName"],
  ["a reserved master user", { masterUsername: "admin" }, "masterUsername"],
  ["a master user that is no name", { masterUsername: "1st" }, "masterUsername"],
  ["a retired engine version", { engineVersion: "15.3" }, "engineVersion"],
  ["a cluster that pauses after no time at all", { capacity: { min: 0, max: 2 } }, "capacity"],
  ["more readers than there are", { readers: 16 }, "readers"],
  ["half a reader", { readers: 0.5 }, "readers"],
  ["a reader in the zone of the writer", { availabilityZones: ["us-east-1a"], readers: 1 }, "availabilityZones"],
  ["one zone twice", { availabilityZones: ["us-east-1a", "us-east-1a"] }, "availabilityZones"],
  ["no zone", { availabilityZones: [], readers: 0 }, "availabilityZones"],
  ["a zone elsewhere", { availabilityZones: ["us-east-1a", "us-west-2a"] }, "availabilityZones"],
  ["no backups", { backupRetentionDays: 0 }, "backupRetentionDays"],
  ["36 days of backups", { backupRetentionDays: 36 }, "backupRetentionDays"],
  ["a log retention AWS does not know", { logRetentionDays: 1000 }, "logRetentionDays"],
  ["maintenance during the backup", { maintenanceWindow: "sun:07:30-sun:08:30" }, "maintenanceWindow"],
  ["a snapshot name that ends in a hyphen", { finalSnapshotSuffix: "2-" }, "finalSnapshotSuffix"],
];

describe("clusterProblem", () => {
  for (const [what, over, field] of REFUSED)
    it(`finds ${what}`, () => {
      const problem = clusterProblem(exampleCluster(over));
      assert.equal(problem?.field, field);
      assert.match(problem.fix, /^(Use|Give|List) /);
    });

  for (const [what, over] of [
    ["a writer alone, in one zone", { readers: 0, availabilityZones: ["us-east-1a"] }],
    ["15 readers in two zones", { readers: 15 }],
    ["35 days of backups", { backupRetentionDays: 35 }],
    ["an identifier of 60 characters", { clusterIdentifier: "a".repeat(60) }],
    ["a suffix of words", { finalSnapshotSuffix: "before-move" }],
  ] as const)
    it(`accepts ${what}`, () => {
      assert.equal(clusterProblem(exampleCluster(over)), undefined);
    });
});
