import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** How many tasks a service runs. */
export interface Scaling {
  /** At least this many, at night too. 2 or more survive the loss of an Availability Zone. */
  readonly min: number;
  /** At most this many: also the limit of what a flood of requests can cost. */
  readonly max: number;
  /** Average CPU, in percent, that the number of tasks is adjusted to. @default 60: room for a start takes a minute */
  readonly cpuPercent?: number;
  /** Average memory in percent. @default 70 */
  readonly memoryPercent?: number;
  /** Requests per task and minute. @default 1000: measure one task and write three quarters of what it can do */
  readonly requestsPerTask?: number;
}

export interface AutoscalingArgs {
  readonly scaling: Scaling;
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  readonly loadBalancerSuffix: pulumi.Input<string>;
  /** `arnSuffix` of one target group, or of blue and green. */
  readonly targetGroupSuffixes: readonly [pulumi.Input<string>, ...pulumi.Input<string>[]];
}

type Tracking = NonNullable<aws.appautoscaling.PolicyArgs["targetTrackingScalingPolicyConfiguration"]>;

/** Tasks by CPU, memory and requests: the measure that asks for most tasks wins. */
export function autoscaling(component: pulumi.Resource, name: string, args: AutoscalingArgs): void {
  const { min, max, cpuPercent = 60, memoryPercent = 70, requestsPerTask = 1000 } = args.scaling;
  const target = new aws.appautoscaling.Target(
    `${name}-tasks`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${args.clusterName}/${args.serviceName}`,
      minCapacity: min,
      maxCapacity: max,
    },
    { parent: component },
  );
  const { resourceId, scalableDimension, serviceNamespace } = target;
  // Fast to scale out because patients wait, slow to scale in because every stopped task drops connections.
  const cooldown = { scaleOutCooldown: 60, scaleInCooldown: 300 };
  const follow = (role: string, targetTrackingScalingPolicyConfiguration: Tracking) =>
    new aws.appautoscaling.Policy(
      `${name}-${role}`,
      {
        policyType: "TargetTrackingScaling",
        resourceId,
        scalableDimension,
        serviceNamespace,
        targetTrackingScalingPolicyConfiguration,
      },
      { parent: component },
    );
  const metric = (predefinedMetricType: string) => ({ predefinedMetricSpecification: { predefinedMetricType } });
  follow("cpu", { targetValue: cpuPercent, ...metric("ECSServiceAverageCPUUtilization"), ...cooldown });
  follow("memory", { targetValue: memoryPercent, ...metric("ECSServiceAverageMemoryUtilization"), ...cooldown });
  follow("requests", { targetValue: requestsPerTask, ...requestMetric(args), ...cooldown });
}

/**
 * ALBRequestCountPerTarget watches one target group, and after a blue/green deployment the requests are in the other:
 * AWS documents it as unsupported there ("Scale your Amazon ECS service using a target metric value"). The sum of both
 * is the same number, since only one of them gets requests.
 */
function requestMetric({ loadBalancerSuffix, targetGroupSuffixes }: AutoscalingArgs) {
  const [only, ...more] = targetGroupSuffixes;
  if (more.length === 0)
    return {
      predefinedMetricSpecification: {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: pulumi.interpolate`${loadBalancerSuffix}/${only}`,
      },
    };
  const parts = targetGroupSuffixes.map((suffix, index) => ({
    id: `m${index}`,
    returnData: false,
    metricStat: {
      stat: "Sum",
      metric: {
        namespace: "AWS/ApplicationELB",
        metricName: "RequestCountPerTarget",
        dimensions: [
          { name: "LoadBalancer", value: loadBalancerSuffix },
          { name: "TargetGroup", value: suffix },
        ],
      },
    },
  }));
  const expression = parts.map(({ id }) => `FILL(${id}, 0)`).join(" + ");
  const sum = { id: "requests", label: "Requests per task", expression, returnData: true };
  return { customizedMetricSpecification: { metrics: [...parts, sum] } };
}
