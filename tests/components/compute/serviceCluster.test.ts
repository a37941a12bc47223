import { strict as assert } from "node:assert";
import { ServiceCluster, type ServiceClusterArgs } from "../../../components/compute/serviceCluster";
import { deploy, promiseOf } from "../../harness";

const ARGS: ServiceClusterArgs = {
  clusterName: "telehealth-test",
  shellKmsKeyArn: "arn:shell-key",
  logKmsKeyArn: "arn:log-key",
  logRetentionDays: 365,
  deletionProtection: true,
};
const cluster = (changes: Partial<ServiceClusterArgs> = {}) =>
  deploy((opts) => new ServiceCluster("main", { ...ARGS, ...changes }, opts));

describe("ServiceCluster", () => {
  it("measures single tasks, which the alarms on running tasks need", async () => {
    const { inputs } = (await cluster()).one("ecs/cluster:Cluster");
    assert.deepEqual(inputs["settings"], [{ name: "containerInsights", value: "enhanced" }]);
  });

  it("encrypts shell sessions and records them in its own log group", async () => {
    const deployed = await cluster();
    const { inputs } = deployed.one("ecs/cluster:Cluster");
    assert.deepEqual(inputs["configuration"].executeCommandConfiguration, {
      kmsKeyId: "arn:shell-key",
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchLogGroupName: "main-shell", cloudWatchEncryptionEnabled: true },
    });
    const group = deployed.one("cloudwatch/logGroup:LogGroup", "main-shell");
    assert.equal(group.inputs["kmsKeyId"], "arn:log-key");
    assert.equal(group.inputs["retentionInDays"], 365);
    assert.equal(
      await promiseOf(deployed.result.shell.logGroupArn as never),
      "arn:aws:cloudwatch:us-east-1:111122223333:main-shell",
    );
  });

  for (const deletionProtection of [true, false])
    it(`passes deletionProtection ${deletionProtection} to AWS and to Pulumi`, async () => {
      const { inputs, opts } = (await cluster({ deletionProtection })).one(
        "cloudwatch/logGroup:LogGroup",
        "main-shell",
      );
      assert.equal(inputs["deletionProtectionEnabled"], deletionProtection);
      assert.equal(opts.protect, deletionProtection);
    });

  it("makes the log group of Container Insights before AWS does, with our key and an end", async () => {
    const deployed = await cluster();
    const group = deployed.one("cloudwatch/logGroup:LogGroup", "main-insights");
    assert.equal(group.inputs["name"], "/aws/ecs/containerinsights/telehealth-test/performance");
    assert.deepEqual([group.inputs["kmsKeyId"], group.inputs["retentionInDays"]], ["arn:log-key", 365]);
    const made = deployed.one("ecs/cluster:Cluster");
    assert.equal(made.inputs["name"], "telehealth-test");
    assert.ok(made.dependsOn.includes("main-insights"));
  });

  it("refuses a name that ECS does not take", async () => {
    await assert.rejects(cluster({ clusterName: "a b" }), /clusterName: "a b" is refused by ECS/);
  });

  it("runs on Fargate that AWS does not take back", async () => {
    const { inputs } = (await cluster()).one("ecs/clusterCapacityProviders:ClusterCapacityProviders");
    assert.deepEqual(inputs["capacityProviders"], ["FARGATE"]);
    assert.equal(inputs["defaultCapacityProviderStrategies"][0].capacityProvider, "FARGATE");
  });

  it("refuses a retention that CloudWatch does not offer", async () => {
    await assert.rejects(cluster({ logRetentionDays: 366 }), /logRetentionDays: 366 .*Use one of .*365, 400/);
  });
});
