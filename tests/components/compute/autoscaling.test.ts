import { strict as assert } from "node:assert";
import { type FargateServiceArgs } from "../../../components/compute/fargateService";
import { service } from "./fixtures";

const policy = async (name: string, changes: Partial<FargateServiceArgs> = {}) =>
  (await service(changes)).one("appautoscaling/policy:Policy", name).inputs["targetTrackingScalingPolicyConfiguration"];

describe("autoscaling of a service", () => {
  it("finds the service by the names of cluster and service, not by ARNs", async () => {
    const { inputs } = (await service()).one("appautoscaling/target:Target");
    assert.equal(inputs["resourceId"], "service/main/api-service");
    assert.deepEqual([inputs["minCapacity"], inputs["maxCapacity"]], [2, 6]);
    assert.equal(inputs["scalableDimension"], "ecs:service:DesiredCount");
  });

  it("follows CPU to 60 % and memory to 70 % unless told otherwise", async () => {
    const cpu = await policy("api-cpu");
    assert.equal(cpu.targetValue, 60);
    assert.equal(cpu.predefinedMetricSpecification.predefinedMetricType, "ECSServiceAverageCPUUtilization");
    const memory = await policy("api-memory");
    assert.equal(memory.targetValue, 70);
    assert.equal(memory.predefinedMetricSpecification.predefinedMetricType, "ECSServiceAverageMemoryUtilization");
    const scaling = { min: 1, max: 2, cpuPercent: 40, memoryPercent: 50, requestsPerTask: 300 };
    assert.equal((await policy("api-cpu", { scaling })).targetValue, 40);
    assert.equal((await policy("api-memory", { scaling })).targetValue, 50);
    assert.equal((await policy("api-requests", { scaling })).targetValue, 300);
  });

  it("adds tasks faster than it takes them away", async () => {
    const policies = (await service()).all("appautoscaling/policy:Policy");
    assert.deepEqual(
      policies.map(({ inputs }) => inputs["policyType"]),
      Array(3).fill("TargetTrackingScaling"),
    );
    for (const { name } of policies) {
      const { scaleInCooldown, scaleOutCooldown } = await policy(name);
      assert.ok(scaleOutCooldown < scaleInCooldown, name);
    }
  });

  it("counts requests of the one target group by its label", async () => {
    const { predefinedMetricSpecification } = await policy("api-requests", { deployment: { strategy: "rolling" } });
    assert.deepEqual(predefinedMetricSpecification, {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: "app/main/123/app/api-blue/0123456789abcdef",
    });
  });

  it("counts requests of blue and green together, since AWS's own metric does not know blue/green", async () => {
    const { customizedMetricSpecification, predefinedMetricSpecification } = await policy("api-requests");
    assert.equal(predefinedMetricSpecification, undefined);
    const [blue, green, sum] = customizedMetricSpecification.metrics;
    const groupOf = (metric: any) =>
      metric.metricStat.metric.dimensions.find((each: any) => each.name === "TargetGroup").value;
    assert.match(groupOf(blue), /api-blue/);
    assert.match(groupOf(green), /api-green/);
    for (const { metricStat } of [blue, green]) {
      const { namespace, metricName } = metricStat.metric;
      assert.deepEqual(
        [namespace, metricName, metricStat.stat],
        ["AWS/ApplicationELB", "RequestCountPerTarget", "Sum"],
      );
    }
    assert.equal(sum.expression, "FILL(m0, 0) + FILL(m1, 0)");
    assert.deepEqual([blue.returnData, green.returnData, sum.returnData], [false, false, true]);
  });
});
