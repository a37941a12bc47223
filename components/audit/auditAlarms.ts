import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { auditEvents } from "./auditEvents";

/** Five minutes: CIS asks for it, and CloudTrail itself needs about as long to deliver. */
const PERIOD_SECONDS = 300;

/** Characters: AWS, "PutMetricFilter". */
const LONGEST_PATTERN = 1024;

export interface AuditAlarmsArgs {
  /** Log group of the account's trail. */
  readonly logGroupName: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
  /** Roles for emergencies, of all environments: each use rings. @default none */
  readonly breakGlassRoleNames?: readonly string[];
  /**
   * Roles that apply the stacks. What they change is reviewed and does not ring; then one change by anybody else does.
   * @default none, and such changes ring in numbers only
   */
  readonly deployRoleNames?: readonly string[];
}

/** A metric filter and an alarm for each event of `auditEvents`: CIS AWS Foundations Benchmark, chapter 4. */
export class AuditAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: AuditAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:AuditAlarms", name, args, opts);
    const { logGroupName, topicArn, breakGlassRoleNames = [], deployRoleNames = [] } = args;
    const mine = { parent: this };
    const namespace = "Telehealth/Audit";
    for (const event of auditEvents(breakGlassRoleNames, deployRoleNames)) {
      if (event.pattern.length > LONGEST_PATTERN)
        invalid(this, "deployRoleNames", `the filter ${event.name} is too long for CloudWatch`, "Name fewer roles");
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
