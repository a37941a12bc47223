import { strict as assert } from "node:assert";
import type { FargateServiceArgs } from "../../../components/compute/fargateService";
import { FargateService } from "../../../components/compute/fargateService";
import { deploy, promiseOf } from "../../harness";
import { SERVICE, SHELL, service } from "./fixtures";

const SERVICE_TYPE = "ecs/service:Service";
const TARGET_GROUP = "lb/targetGroup:TargetGroup";
const EGRESS = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const ROLLING = { deployment: { strategy: "rolling" } } as const;

describe("FargateService", () => {
  it("runs its task definition on Fargate, in the given cluster", async () => {
    const { inputs } = (await service()).one(SERVICE_TYPE);
    assert.deepEqual([inputs["cluster"], inputs["launchType"]], [SERVICE.cluster.arn, "FARGATE"]);
    assert.match(inputs["taskDefinition"], /api-task$/);
  });

  it("runs in private subnets, without public addresses, in its own security group", async () => {
    const { inputs } = (await service()).one(SERVICE_TYPE);
    assert.deepEqual(inputs["networkConfiguration"], {
      subnets: ["subnet-private-1", "subnet-private-2"],
      securityGroups: ["api-sg-id"],
      assignPublicIp: false,
    });
  });

  it("waits for the listener rule and for every policy and rule a task needs", async () => {
    const { dependsOn } = (await service({ shell: SHELL })).one(SERVICE_TYPE);
    assert.deepEqual([...dependsOn].sort(), [
      "api-from-lb",
      "api-lb-out",
      "api-mover-may",
      "api-rule",
      "api-run-may",
      "api-start-may",
      "api-to-https",
    ]);
  });

  it("leaves the number of tasks to autoscaling after the start", async () => {
    const { inputs, opts } = (await service()).one(SERVICE_TYPE);
    assert.equal(inputs["desiredCount"], 2);
    assert.deepEqual(opts.ignoreChanges, ["desiredCount"]);
  });

  it("gives tasks time to boot and does not hold `up`", async () => {
    const { inputs } = (await service({ graceSeconds: 90 })).one(SERVICE_TYPE);
    assert.equal(inputs["healthCheckGracePeriodSeconds"], 90);
    assert.equal(inputs["waitForSteadyState"], false);
    assert.equal(inputs["forceNewDeployment"], undefined);
  });

  it("rolls back a version that does not start, under the ECS controller", async () => {
    for (const changes of [{}, ROLLING]) {
      const { inputs } = (await service(changes)).one(SERVICE_TYPE);
      assert.deepEqual(inputs["deploymentCircuitBreaker"], { enable: true, rollback: true });
      assert.equal(inputs["deploymentController"], undefined);
      assert.deepEqual([inputs["deploymentMinimumHealthyPercent"], inputs["deploymentMaximumPercent"]], [100, 200]);
    }
  });

  it("opens a shell only when it was given one", async () => {
    const enabled = async (changes: Partial<FargateServiceArgs>) =>
      (await service(changes)).one(SERVICE_TYPE).inputs["enableExecuteCommand"];
    assert.deepEqual([await enabled({}), await enabled({ shell: SHELL })], [false, true]);
  });

  it("passes its tags on to the tasks", async () => {
    const { inputs } = (await service()).one(SERVICE_TYPE);
    assert.deepEqual([inputs["propagateTags"], inputs["enableEcsManagedTags"]], ["SERVICE", true]);
  });

  it("is reached from the load balancer's group only, on the container's port, with a rule at each end", async () => {
    const deployed = await service({ containerPort: 9443 });
    const { inputs } = deployed.one(INGRESS);
    assert.deepEqual(
      [inputs["securityGroupId"], inputs["referencedSecurityGroupId"], inputs["fromPort"], inputs["toPort"]],
      ["api-sg-id", "sg-lb", 9443, 9443],
    );
    assert.equal(inputs["cidrIpv4"], undefined);
    const out = deployed.one(EGRESS, "api-lb-out").inputs;
    assert.deepEqual(
      [out["securityGroupId"], out["referencedSecurityGroupId"], out["fromPort"], out["toPort"]],
      ["sg-lb", "api-sg-id", 9443, 9443],
    );
  });

  it("goes out by HTTPS and to what is listed, by rules of their own", async () => {
    const egressTo = {
      cache: { port: 6379, securityGroupId: "sg-cache" },
      legacy: { port: 5432, cidrIpv4: "198.51.100.7/32" },
    };
    const deployed = await service({ egressTo });
    const shape = (name: string) => {
      const { inputs } = deployed.one(EGRESS, name);
      return [inputs["fromPort"], inputs["toPort"], inputs["cidrIpv4"], inputs["referencedSecurityGroupId"]];
    };
    assert.deepEqual(shape("api-to-https"), [443, 443, "0.0.0.0/0", undefined]);
    assert.deepEqual(shape("api-to-cache"), [6379, 6379, undefined, "sg-cache"]);
    assert.deepEqual(shape("api-to-legacy"), [5432, 5432, "198.51.100.7/32", undefined]);
    const group = deployed.one("ec2/securityGroup:SecurityGroup").inputs;
    assert.equal(group["vpcId"], "vpc-1");
    assert.deepEqual([group["ingress"], group["egress"]], [undefined, undefined]);
  });

  it("is encrypted behind the load balancer too, and targets addresses", async () => {
    const { inputs } = (await service(ROLLING)).one(TARGET_GROUP, "api-blue");
    assert.deepEqual([inputs["protocol"], inputs["healthCheck"].protocol], ["HTTPS", "HTTPS"]);
    assert.equal(inputs["targetType"], "ip");
    assert.equal(inputs["port"], 8443);
    assert.equal(inputs["vpcId"], "vpc-1");
    assert.equal(inputs["healthCheck"].path, "/health");
    assert.equal(inputs["deregistrationDelay"], 60);
  });

  it("takes a task in after two good answers and out after three bad ones, 200 being the only good one", async () => {
    const { healthCheck } = (await service(ROLLING)).one(TARGET_GROUP, "api-blue").inputs;
    assert.deepEqual([healthCheck.healthyThreshold, healthCheck.unhealthyThreshold], [2, 3]);
    assert.deepEqual([healthCheck.interval, healthCheck.timeout, healthCheck.matcher], [15, 5, "200"]);
  });

  it("matches hosts and paths, or everything when neither is given", async () => {
    const conditions = async (route: FargateServiceArgs["route"]) =>
      (await service({ route })).one("lb/listenerRule:ListenerRule").inputs["conditions"];
    assert.deepEqual(await conditions({ priority: 1 }), [{ pathPattern: { values: ["/*"] } }]);
    assert.deepEqual(await conditions({ priority: 1, hosts: ["api.example.com"] }), [
      { hostHeader: { values: ["api.example.com"] } },
    ]);
    assert.deepEqual(await conditions({ priority: 1, hosts: ["a.example.com"], paths: ["/v1/*"] }), [
      { hostHeader: { values: ["a.example.com"] } },
      { pathPattern: { values: ["/v1/*"] } },
    ]);
  });

  for (const [what, changes, said] of [
    ["no task", { scaling: { min: 0, max: 2 } }, /scaling\.min: 0.*Use 1/],
    ["fewer tasks at most than at least", { scaling: { min: 3, max: 2 } }, /scaling\.max: 2 is below min.*Use 3/],
    ["a port that needs root", { containerPort: 443 }, /containerPort: 443.*8443/],
    ["a port that does not exist", { containerPort: 70000 }, /containerPort: 70000/],
    ["a priority AWS has not", { route: { priority: 0 } }, /route\.priority: 0.*1 to 50000/],
    [
      "more conditions than a rule takes",
      { route: { priority: 1, paths: ["a", "b", "c", "d", "e", "f"] } },
      /route: .*five/,
    ],
    ["a bake of more than a day", { deployment: { strategy: "blue-green", bakeMinutes: 1441 } }, /bakeMinutes: 1441/],
  ] as [string, Partial<FargateServiceArgs>, RegExp][])
    it(`refuses ${what}`, async () => {
      await assert.rejects(service(changes), said);
    });

  it("keeps target group names within 32 characters with Pulumi's suffix", async () => {
    const named = (name: string) => deploy((opts) => new FargateService(name, SERVICE, opts));
    for (const { name } of (await named("a".repeat(18))).all(TARGET_GROUP)) assert.ok(name.length <= 24, name);
    await assert.rejects(named("a".repeat(19)), /name: .*Shorten it by 1/);
  });

  it("offers what alarms, the database and a pipeline need", async () => {
    const { result } = await service();
    assert.equal(await promiseOf(result.serviceName), "api-service");
    assert.equal(await promiseOf(result.securityGroupId), "api-sg-id");
    assert.equal(result.targetGroupSuffixes.length, 2);
    assert.match(await promiseOf(result.executionRoleArn), /api-start$/);
    assert.match(await promiseOf(result.taskRoleArn), /api-run$/);
  });
});
