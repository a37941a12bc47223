import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { auditEvents } from "./auditEvents";

/** Five minutes: CIS asks for it, and CloudTrail itself needs about as long to deliver. */
const PERIOD_SECONDS = 300;

export interface AuditAlarmsArgs {
  /** Log group of the account's trail. */
  readonly logGroupName: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
  /** Roles for emergencies, of all environments: each use rings. @default none */
  readonly breakGlassRoleNames?: readonly string[];
}

/** A metric filter and an alarm for each event of `auditEvents`: CIS AWS Foundations Benchmark, chapter 4. */
export class AuditAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: AuditAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:AuditAlarms", name, args, opts);
    const { logGroupName, topicArn, breakGlassRoleNames = [] } = args;
    const mine = { parent: this };
    const namespace = "Telehealth/Audit";
    for (const event of auditEvents(breakGlassRoleNames)) {
      const filter = new aws.cloudwatch.LogMetricFilter(
        `${name}-${event.name}`,
        {
          logGroupName,
          pattern: event.pattern,
          metricTransformation: { namespace, name: event.name, value: "1", defaultValue: "0" },
        },
        mine,
      );
      new aws.cloudwatch.MetricAlarm(
        `${name}-${event.name}-alarm`,
        {
          alarmDescription: `${event.why}. [${event.source}] docs/runbooks/${event.runbook}.md`,
          namespace,
          metricName: event.name,
          statistic: "Sum",
          period: PERIOD_SECONDS,
          evaluationPeriods: 1,
          threshold: event.threshold ?? 1,
          comparisonOperator: "GreaterThanOrEqualToThreshold",
          treatMissingData: "notBreaching",
          alarmActions: [topicArn],
        },
        { ...mine, dependsOn: [filter] },
      );
    }
    this.registerOutputs({});
  }
}
