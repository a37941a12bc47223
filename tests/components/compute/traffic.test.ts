import { strict as assert } from "node:assert";
import type { FargateServiceArgs } from "../../../components/compute/fargateService";
import { service } from "./fixtures";

const RULE = "lb/listenerRule:ListenerRule";
const SERVICE_TYPE = "ecs/service:Service";
const ROLLING: Partial<FargateServiceArgs> = { deployment: { strategy: "rolling" } };
const arnOf = (name: string) => `arn:aws:lb:us-east-1:111122223333:${name}`;

describe("blue/green deployment, the default", () => {
  it("is ECS's own, with the bake time as text", async () => {
    const { inputs } = (await service()).one(SERVICE_TYPE);
    assert.deepEqual(inputs["deploymentConfiguration"], { strategy: "BLUE_GREEN", bakeTimeInMinutes: "10" });
    const longer = await service({ deployment: { strategy: "blue-green", bakeMinutes: 30 } });
    assert.equal(longer.one(SERVICE_TYPE).inputs["deploymentConfiguration"].bakeTimeInMinutes, "30");
  });

  it("names the other target group, the rule (not the listener) and the role that moves traffic", async () => {
    const [place] = (await service()).one(SERVICE_TYPE).inputs["loadBalancers"];
    assert.equal(place.targetGroupArn, arnOf("api-blue"));
    assert.deepEqual([place.containerName, place.containerPort], ["app", 8443]);
    assert.deepEqual(place.advancedConfiguration, {
      alternateTargetGroupArn: arnOf("api-green"),
      productionListenerRule: arnOf("api-rule"),
      roleArn: "arn:aws:iam:us-east-1:111122223333:api-mover",
    });
  });

  it("lets ECS move traffic by AWS's managed policy", async () => {
    const deployed = await service();
    const attachment = deployed.one("iam/rolePolicyAttachment:RolePolicyAttachment").inputs;
    assert.match(
      attachment["policyArn"],
      /^arn:aws:iam::aws:policy\/AmazonECSInfrastructureRolePolicyForLoadBalancers$/,
    );
    assert.equal(attachment["role"], "api-mover-id");
    const trust = JSON.parse(deployed.one("iam/role:Role", "api-mover").inputs["assumeRolePolicy"]).Statement[0];
    assert.deepEqual(trust.Principal, { Service: "ecs.amazonaws.com" });
  });

  it("has both target groups in the rule from the start, all traffic on blue", async () => {
    const [action] = (await service()).one(RULE).inputs["actions"];
    assert.deepEqual(action.forward.targetGroups, [
      { arn: arnOf("api-blue"), weight: 100 },
      { arn: arnOf("api-green"), weight: 0 },
    ]);
  });

  it("never takes the traffic back from ECS", async () => {
    assert.deepEqual((await service()).one(RULE).opts.ignoreChanges, ["actions"]);
  });

  it("goes back when the alarm on server errors of both target groups rings", async () => {
    const deployed = await service();
    const alarm = deployed.one("cloudwatch/metricAlarm:MetricAlarm").inputs;
    assert.deepEqual(deployed.one(SERVICE_TYPE).inputs["alarms"], {
      enable: true,
      rollback: true,
      alarmNames: ["api-rollback"],
    });
    const series = alarm["metricQueries"].slice(0, -1).map(({ id, metric }: any) => {
      assert.deepEqual([metric.namespace, metric.period, metric.stat], ["AWS/ApplicationELB", 60, "Sum"]);
      const [, group] = /api-(blue|green)/.exec(metric.dimensions.TargetGroup) ?? [];
      return [id, metric.metricName, group];
    });
    assert.deepEqual(series, [
      ["e0", "HTTPCode_Target_5XX_Count", "blue"],
      ["e1", "HTTPCode_Target_5XX_Count", "green"],
      ["r0", "RequestCount", "blue"],
      ["r1", "RequestCount", "green"],
    ]);
    const { expression } = alarm["metricQueries"].at(-1);
    assert.equal(
      expression,
      "IF((FILL(r0, 0) + FILL(r1, 0)) >= 20, 100 * (FILL(e0, 0) + FILL(e1, 0)) / (FILL(r0, 0) + FILL(r1, 0)), 0)",
    );
    assert.deepEqual(
      alarm["metricQueries"].map((query: any) => query.returnData),
      [false, false, false, false, true],
    );
    assert.deepEqual(
      [alarm["comparisonOperator"], alarm["threshold"], alarm["evaluationPeriods"]],
      ["GreaterThanThreshold", 5, 2],
    );
    assert.equal(alarm["treatMissingData"], "notBreaching");
  });
});

describe("rolling deployment", () => {
  it("sends everything to blue, and keeps green in the rule so that blue/green can begin at any time", async () => {
    const deployed = await service(ROLLING);
    const [{ forward }] = deployed.one(RULE).inputs["actions"];
    assert.deepEqual(forward.targetGroups, [
      { arn: arnOf("api-blue"), weight: 100 },
      { arn: arnOf("api-green"), weight: 0 },
    ]);
    const { inputs } = deployed.one(SERVICE_TYPE);
    assert.deepEqual(inputs["loadBalancers"], [
      { targetGroupArn: arnOf("api-blue"), containerName: "app", containerPort: 8443 },
    ]);
    assert.deepEqual(inputs["deploymentConfiguration"], { strategy: "ROLLING" });
    assert.equal(inputs["alarms"], undefined);
  });

  it("leaves the weights of an earlier blue/green deployment alone, and needs no role to move traffic", async () => {
    const deployed = await service(ROLLING);
    assert.deepEqual(deployed.one(RULE).opts.ignoreChanges, ["actions"]);
    assert.equal(deployed.all("iam/rolePolicyAttachment:RolePolicyAttachment").length, 0);
  });
});
