import { strict as assert } from "node:assert";
import { PostgresCluster, type PostgresClusterArgs } from "../../../components/database/postgresCluster";
import { deploy } from "../../harness";
import { exampleCluster } from "./exampleCluster";

async function instances(over: Partial<PostgresClusterArgs> = {}) {
  const deployed = await deploy((opts) => new PostgresCluster("db", exampleCluster(over), opts));
  const all = deployed.all("rds/clusterInstance:ClusterInstance").sort((a, b) => a.name.localeCompare(b.name));
  return { deployed, all };
}

describe("instances of a PostgresCluster", () => {
  it("are one writer, and as many readers as asked for", async () => {
    assert.equal((await instances({ readers: 0 })).all.length, 1);
    assert.deepEqual(
      (await instances({ readers: 2 })).all.map((each) => each.inputs["identifier"]),
      ["telehealth-test-1", "telehealth-test-2", "telehealth-test-3"],
    );
  });

  it("are serverless, private, and in the cluster's subnets", async () => {
    const { deployed, all } = await instances();
    const subnets = deployed.one("rds/cluster:Cluster").inputs["dbSubnetGroupName"];
    for (const { inputs } of all) {
      assert.equal(inputs["clusterIdentifier"], "telehealth-test");
      assert.equal(inputs["engine"], "aurora-postgresql");
      assert.equal(inputs["instanceClass"], "db.serverless");
      assert.equal(inputs["publiclyAccessible"], false);
      assert.equal(inputs["dbSubnetGroupName"], subnets);
      assert.equal(inputs["copyTagsToSnapshot"], true);
    }
  });

  it("leave the version to the cluster, whose minor moves on", async () => {
    const { all } = await instances({ engineVersion: "15.10" });
    assert.deepEqual(
      all.map((each) => "engineVersion" in each.inputs),
      [false, false],
    );
    assert.equal(
      all.every((each) => each.inputs["autoMinorVersionUpgrade"] === true),
      true,
    );
  });

  it("are spread over the zones, the readers after the writer", async () => {
    const { all } = await instances({ readers: 2 });
    assert.deepEqual(
      all.map((each) => each.inputs["availabilityZone"]),
      ["us-east-1a", "us-east-1b", "us-east-1a"],
    );
    const [writer, ...readers] = all;
    for (const reader of readers) assert.equal(reader.dependsOn.includes(writer?.name ?? ""), true);
    assert.equal(
      writer?.dependsOn.some((each) => each.includes("instance")),
      false,
    );
  });

  it("scale with the writer when they are next in line", async () => {
    const { all } = await instances({ readers: 3 });
    assert.deepEqual(
      all.map((each) => each.inputs["promotionTier"]),
      [0, 1, 2, 3],
    );
  });

  it("present a certificate of the current authority", async () => {
    const { all } = await instances();
    assert.equal(
      all.every((each) => each.inputs["caCertIdentifier"] === "rds-ca-rsa2048-g1"),
      true,
    );
  });

  it("report to Performance Insights under our key, for as long as the mode demands", async () => {
    for (const [insights, days] of [["standard", 7] as const, ["advanced", 465] as const])
      for (const { inputs } of (await instances({ insights })).all) {
        assert.equal(inputs["performanceInsightsEnabled"], true);
        assert.equal(inputs["performanceInsightsKmsKeyId"], exampleCluster().kmsKeyArn);
        assert.equal(inputs["performanceInsightsRetentionPeriod"], days);
        assert.equal("preferredBackupWindow" in inputs, false);
      }
  });

  it("are monitored, once the role may do so", async () => {
    const { deployed, all } = await instances();
    const role = deployed.one("iam/role:Role");
    const permission = deployed.one("iam/rolePolicyAttachment:RolePolicyAttachment");
    const [trust] = JSON.parse(role.inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(trust.Principal, { Service: "monitoring.rds.amazonaws.com" });
    assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    assert.equal("managedPolicyArns" in role.inputs, false);
    assert.match(permission.inputs["policyArn"], /service-role\/AmazonRDSEnhancedMonitoringRole$/);
    assert.equal(permission.inputs["role"], role.name);
    for (const { inputs, dependsOn } of all) {
      assert.equal(inputs["monitoringInterval"], 60);
      assert.match(inputs["monitoringRoleArn"], /db-monitoring$/);
      assert.equal(dependsOn.includes(permission.name), true);
    }
  });

  it("are maintained in the cluster's window, and at once only if told to", async () => {
    const { all } = await instances({ maintenanceWindow: "mon:10:00-mon:11:00", applyImmediately: true });
    for (const { inputs } of all) {
      assert.equal(inputs["preferredMaintenanceWindow"], "mon:10:00-mon:11:00");
      assert.equal(inputs["applyImmediately"], true);
    }
  });
});
