import { strict as assert } from "node:assert";
import { DatabaseProxy, type DatabaseProxyArgs } from "../../../components/database/databaseProxy";
import { deploy, promiseOf } from "../../harness";

const LOG_KEY = "arn:aws:kms:us-east-1:111122223333:key/logs";

const proxy = (over: Partial<DatabaseProxyArgs> = {}) =>
  deploy(
    (opts) =>
      new DatabaseProxy(
        "pool",
        {
          proxyName: "telehealth-test",
          placement: { vpcId: "vpc-1", subnetIds: ["subnet-isolated-1", "subnet-isolated-2"] },
          location: { accountId: "111122223333", region: "us-east-1" },
          clusterIdentifier: "telehealth-test",
          clusterSecurityGroupId: "sg-database",
          clusterResourceId: "cluster-ABC",
          users: ["app"],
          logKmsKeyArn: LOG_KEY,
          logRetentionDays: 365,
          ...over,
        },
        opts,
      ),
  );

describe("DatabaseProxy", () => {
  it("takes IAM tokens over TLS and nothing else", async () => {
    const { inputs } = (await proxy()).one("rds/proxy:Proxy");
    assert.equal(inputs["engineFamily"], "POSTGRESQL");
    assert.equal(inputs["requireTls"], true);
    assert.equal(inputs["debugLogging"], false);
    assert.equal(inputs["defaultAuthScheme"], "IAM_AUTH");
    assert.equal("auths" in inputs, false);
    assert.deepEqual(inputs["vpcSubnetIds"], ["subnet-isolated-1", "subnet-isolated-2"]);
  });

  it("logs in as its users only, on the cluster only", async () => {
    const deployed = await proxy({ users: ["app", "report"] });
    const role = deployed.one("iam/role:Role");
    const policy = deployed.one("iam/rolePolicy:RolePolicy");
    const [trust] = JSON.parse(role.inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(trust.Principal, { Service: "rds.amazonaws.com" });
    assert.equal(policy.inputs["role"], role.name);
    const statements = JSON.parse(policy.inputs["policy"]).Statement;
    const of = (user: string) => `arn:aws:rds-db:us-east-1:111122223333:dbuser:cluster-ABC/${user}`;
    assert.deepEqual(
      statements.map((each: any) => [each.Effect, each.Action, each.Resource]),
      [
        ["Allow", "rds-db:connect", of("app")],
        ["Allow", "rds-db:connect", of("report")],
      ],
    );
  });

  it("waits for its permissions and for its encrypted log group", async () => {
    const deployed = await proxy();
    const log = deployed.one("cloudwatch/logGroup:LogGroup");
    assert.equal(log.inputs["name"], "/aws/rds/proxy/telehealth-test");
    assert.equal(log.inputs["kmsKeyId"], LOG_KEY);
    assert.equal(log.inputs["retentionInDays"], 365);
    const { dependsOn } = deployed.one("rds/proxy:Proxy");
    assert.deepEqual(dependsOn.sort(), [log.name, deployed.one("iam/rolePolicy:RolePolicy").name].sort());
  });

  it("reaches the database, and whoever may reach it is said elsewhere", async () => {
    const deployed = await proxy();
    const group = deployed.one("ec2/securityGroup:SecurityGroup");
    assert.equal("ingress" in group.inputs || "egress" in group.inputs, false);
    assert.deepEqual(deployed.one("rds/proxy:Proxy").inputs["vpcSecurityGroupIds"], [`${group.name}-id`]);
    const into = deployed.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs;
    assert.equal(into["securityGroupId"], "sg-database");
    assert.equal(into["referencedSecurityGroupId"], `${group.name}-id`);
    assert.equal(await promiseOf(deployed.result.securityGroupId), `${group.name}-id`);
  });

  it("pools connections to the cluster and leaves some of them to others", async () => {
    const deployed = await proxy();
    const pool = deployed.one("rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup");
    const target = deployed.one("rds/proxyTarget:ProxyTarget").inputs;
    assert.deepEqual(pool.inputs["connectionPoolConfig"], { maxConnectionsPercent: 90 });
    assert.equal(target["dbClusterIdentifier"], "telehealth-test");
    assert.equal(target["dbProxyName"], "telehealth-test");
    assert.equal(target["targetGroupName"], pool.name);
  });

  it("tells what a connect policy needs, the last part of its ARN", async () => {
    const { result } = await proxy();
    assert.equal(await promiseOf(result.resourceId), "telehealth-test");
    assert.equal(await promiseOf(result.endpoint), "telehealth-test.example.internal");
  });

  for (const [what, over, said] of [
    ["a name AWS would refuse", { proxyName: "Pool--1" }, /proxyName: .*Use lowercase/],
    ["every user at once", { users: ["*"] }, /"\*" is not one database user/],
    ["more than all connections", { maxConnectionsPercent: 101 }, /maxConnectionsPercent/],
    ["no connections", { maxConnectionsPercent: 0 }, /maxConnectionsPercent/],
    ["a log retention AWS does not know", { logRetentionDays: 1000 }, /logRetentionDays/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(proxy(over), said);
    });
});
