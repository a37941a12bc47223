import { strict as assert } from "node:assert";
import { PostgresCluster, type PostgresClusterArgs } from "../../../components/database/postgresCluster";
import { deploy, promiseOf } from "../../harness";
import { exampleCluster } from "./exampleCluster";

const CLUSTER = "rds/cluster:Cluster";
const LOG = "cloudwatch/logGroup:LogGroup";

async function cluster(over: Partial<PostgresClusterArgs> = {}) {
  const deployed = await deploy((opts) => new PostgresCluster("db", exampleCluster(over), opts));
  return { deployed, ...deployed.one(CLUSTER) };
}

describe("PostgresCluster", () => {
  it("refuses what AWS would refuse, naming the field and what to write", async () => {
    await assert.rejects(cluster({ engineVersion: "15.3" }), /engineVersion: AWS no longer creates .*15\.3.*Use "15"/);
  });

  it("encrypts volume and backups with our key", async () => {
    const { inputs } = await cluster();
    assert.equal(inputs["storageEncrypted"], true);
    assert.equal(inputs["kmsKeyId"], exampleCluster().kmsKeyArn);
    assert.equal(inputs["copyTagsToSnapshot"], true);
  });

  it("is serverless v2: a provisioned cluster with a capacity range", async () => {
    const { inputs } = await cluster({ capacity: { min: 0.5, max: 8 } });
    assert.equal(inputs["engine"], "aurora-postgresql");
    assert.equal(inputs["engineMode"], "provisioned");
    assert.deepEqual(inputs["serverlessv2ScalingConfiguration"], { minCapacity: 0.5, maxCapacity: 8 });
  });

  it("pauses when idle if asked to", async () => {
    const { inputs } = await cluster({ capacity: { min: 0, max: 2, pauseAfterSeconds: 600 } });
    assert.deepEqual(inputs["serverlessv2ScalingConfiguration"], {
      minCapacity: 0,
      maxCapacity: 2,
      secondsUntilAutoPause: 600,
    });
  });

  it("names no zones on the cluster, which would be replaced for them", async () => {
    const { inputs } = await cluster();
    assert.equal("availabilityZones" in inputs, false);
  });

  it("lets AWS patch the minor without asking for the old one back", async () => {
    const { inputs, opts } = await cluster({ engineVersion: "15.17" });
    assert.equal(inputs["engineVersion"], "15.17");
    assert.equal(inputs["autoMinorVersionUpgrade"], true);
    assert.deepEqual(opts.ignoreChanges, ["engineVersion"]);
  });

  it("leaves the master password to Secrets Manager, under our key", async () => {
    const { deployed, inputs } = await cluster();
    assert.equal(inputs["masterUsername"], "postgres");
    assert.equal(inputs["manageMasterUserPassword"], true);
    assert.equal(inputs["masterUserSecretKmsKeyId"], exampleCluster().secretKmsKeyArn);
    assert.deepEqual(
      Object.keys(inputs).filter((key) => /^masterPassword/.test(key)),
      [],
    );
    assert.match(await promiseOf(deployed.result.secretArn), /secret:rds!cluster-/);
  });

  it("lets users in with IAM tokens", async () => {
    const { deployed, inputs } = await cluster();
    assert.equal(inputs["iamDatabaseAuthenticationEnabled"], true);
    assert.match(await promiseOf(deployed.result.clusterResourceId), /^cluster-[A-Z0-9]+$/);
  });

  it("exports its log to an encrypted group that exists first", async () => {
    const { deployed, inputs, dependsOn } = await cluster();
    const log = deployed.one(LOG);
    assert.deepEqual(inputs["enabledCloudwatchLogsExports"], ["postgresql"]);
    assert.equal(log.inputs["name"], "/aws/rds/cluster/telehealth-test/postgresql");
    assert.equal(log.inputs["kmsKeyId"], exampleCluster().logKmsKeyArn);
    assert.equal(log.inputs["retentionInDays"], 2192);
    assert.deepEqual(dependsOn, [log.name]);
  });

  it("demands TLS 1.2 and records access without repeating patients' data", async () => {
    const { deployed, inputs } = await cluster({ engineVersion: "15.17" });
    const group = deployed.one("rds/clusterParameterGroup:ClusterParameterGroup");
    assert.equal(group.inputs["family"], "aurora-postgresql15");
    assert.equal(inputs["dbClusterParameterGroupName"], group.name);
    const set = new Map<string, any>(group.inputs["parameters"].map((each: any) => [each.name, each]));
    assert.equal(set.get("rds.force_ssl").value, "1");
    assert.equal(set.get("rds.force_ssl").applyMethod, "immediate");
    assert.equal(set.get("ssl_min_protocol_version").value, "TLSv1.2");
    assert.deepEqual(set.get("shared_preload_libraries").value.split(","), ["pg_stat_statements", "pgaudit"]);
    assert.equal(set.get("shared_preload_libraries").applyMethod, "pending-reboot");
    assert.equal(set.get("pgaudit.role").value, "rds_pgaudit");
    assert.equal(set.get("log_connections").value, "1");
    assert.equal(set.get("log_disconnections").value, "1");
    assert.equal(set.get("log_min_error_statement").value, "panic");
    assert.equal(set.get("log_error_verbosity").value, "terse");
    assert.doesNotMatch(set.get("pgaudit.log").value, /read|write|all/);
    for (const leaky of ["log_statement", "log_min_duration_statement", "pgaudit.log_parameter"])
      assert.equal(set.has(leaky), false, leaky);
  });

  it("lets nobody in by itself, and connects to nothing", async () => {
    const { deployed, inputs } = await cluster();
    const group = deployed.one("ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs["vpcSecurityGroupIds"], [`${group.name}-id`]);
    assert.equal("ingress" in group.inputs || "egress" in group.inputs, false);
    assert.deepEqual(
      deployed.resources.filter((each) => each.type.includes("SecurityGroupIngressRule")),
      [],
    );
  });

  it("lives in the subnets it is given", async () => {
    const { deployed, inputs } = await cluster();
    const subnets = deployed.one("rds/subnetGroup:SubnetGroup");
    assert.deepEqual(subnets.inputs["subnetIds"], ["subnet-isolated-1", "subnet-isolated-2"]);
    assert.equal(inputs["dbSubnetGroupName"], subnets.name);
  });

  it("backs up for as long as it is told, in a window apart from maintenance", async () => {
    const { inputs } = await cluster({ backupRetentionDays: 14, backupWindow: "03:00-04:00", applyImmediately: true });
    assert.equal(inputs["backupRetentionPeriod"], 14);
    assert.equal(inputs["preferredBackupWindow"], "03:00-04:00");
    assert.equal(inputs["preferredMaintenanceWindow"], "sun:08:30-sun:09:30");
    assert.equal(inputs["applyImmediately"], true);
  });

  it("stores at the standard price unless told otherwise", async () => {
    assert.equal("storageType" in (await cluster()).inputs, false);
    assert.equal((await cluster({ storage: "io-optimized" })).inputs["storageType"], "aurora-iopt1");
  });

  it("when protected, cannot be deleted in one step and keeps its last state", async () => {
    const { deployed, inputs, opts } = await cluster({ deletionProtection: true });
    assert.equal(inputs["deletionProtection"], true);
    assert.equal(opts.protect, true);
    assert.equal(inputs["skipFinalSnapshot"], false);
    assert.equal(inputs["finalSnapshotIdentifier"], "telehealth-test-final");
    assert.equal(inputs["deleteAutomatedBackups"], false);
    const log = deployed.one(LOG);
    assert.equal(log.inputs["deletionProtectionEnabled"], true);
    assert.equal(log.opts.protect, true);
  });

  it("when disposable, goes without a trace but its automated backups", async () => {
    const { deployed, inputs, opts } = await cluster({ deletionProtection: false });
    assert.equal(inputs["deletionProtection"], false);
    assert.equal(opts.protect, false);
    assert.equal(inputs["skipFinalSnapshot"], true);
    assert.equal(inputs["deleteAutomatedBackups"], false);
    assert.equal(deployed.one(LOG).inputs["deletionProtectionEnabled"], false);
  });

  it("keeps a snapshot on the way out of protection, under the name it was given", async () => {
    const { inputs } = await cluster({ deletionProtection: false, finalSnapshotSuffix: "2" });
    assert.equal(inputs["skipFinalSnapshot"], false);
    assert.equal(inputs["finalSnapshotIdentifier"], "telehealth-test-final-2");
  });

  it("sets Performance Insights on the cluster for advanced insights only", async () => {
    const standard = (await cluster()).inputs;
    assert.equal(standard["databaseInsightsMode"], "standard");
    assert.equal("performanceInsightsEnabled" in standard || "monitoringInterval" in standard, false);
    const advanced = (await cluster({ insights: "advanced" })).inputs;
    assert.equal(advanced["databaseInsightsMode"], "advanced");
    assert.equal(advanced["performanceInsightsEnabled"], true);
    assert.equal(advanced["performanceInsightsRetentionPeriod"], 465);
    assert.equal(advanced["performanceInsightsKmsKeyId"], exampleCluster().kmsKeyArn);
  });

  it("says how to reach it", async () => {
    const { deployed } = await cluster();
    const { result } = deployed;
    assert.equal(await promiseOf(result.clusterIdentifier), "telehealth-test");
    assert.equal(await promiseOf(result.endpoint), "telehealth-test.example.internal");
    assert.equal(await promiseOf(result.readerEndpoint), "telehealth-test-ro.example.internal");
    assert.equal(await promiseOf(result.port), 5432);
    assert.equal(await promiseOf(result.databaseName), "ehr");
    assert.equal(await promiseOf(result.securityGroupId), "db-sg-id");
  });
});
