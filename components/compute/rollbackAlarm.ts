import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export interface RollbackAlarmArgs {
  readonly loadBalancerSuffix: pulumi.Input<string>;
  readonly targetGroupSuffixes: readonly pulumi.Input<string>[];
}

/**
 * Sends a deployment back while the old version still waits: more than 5 % of the answers are server errors in two
 * minutes running. Under 20 requests a minute nothing is decided, or one stray error would undo a release at night.
 * Nobody is notified: ECS reads it, and an alarm that already rings when a deployment starts is ignored by ECS.
 */
export function rollbackAlarm(
  component: pulumi.Resource,
  name: string,
  { loadBalancerSuffix: LoadBalancer, targetGroupSuffixes }: RollbackAlarmArgs,
): aws.cloudwatch.MetricAlarm {
  const series = (letter: string, metricName: string) =>
    targetGroupSuffixes.map((TargetGroup, index) => ({
      id: `${letter}${index}`,
      returnData: false,
      metric: {
        namespace: "AWS/ApplicationELB",
        metricName,
        period: 60,
        stat: "Sum",
        dimensions: { LoadBalancer, TargetGroup },
      },
    }));
  const sum = (parts: readonly { id: string }[]) => `(${parts.map(({ id }) => `FILL(${id}, 0)`).join(" + ")})`;
  const errors = series("e", "HTTPCode_Target_5XX_Count");
  const requests = series("r", "RequestCount");
  const expression = `IF(${sum(requests)} >= 20, 100 * ${sum(errors)} / ${sum(requests)}, 0)`;
  return new aws.cloudwatch.MetricAlarm(
    `${name}-rollback`,
    {
      alarmDescription: "Server errors during a deployment: ECS rolls back",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 2,
      treatMissingData: "notBreaching",
      metricQueries: [
        ...errors,
        ...requests,
        { id: "percent", label: "Server errors, percent", expression, returnData: true },
      ],
    },
    { parent: component },
  );
}
