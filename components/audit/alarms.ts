import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow, Volume } from "../shared/alarmRow";
import { invalid } from "../shared/invalid";
import { dimensionProblem } from "./alarmDimensions";

const COMPARISONS = {
  ">=": "GreaterThanOrEqualToThreshold",
  ">": "GreaterThanThreshold",
  "<": "LessThanThreshold",
  "<=": "LessThanOrEqualToThreshold",
  above: "GreaterThanUpperThreshold",
  below: "LessThanLowerThreshold",
  outside: "LessThanLowerOrGreaterThanUpperThreshold",
} as const;
/** Five minutes: most services publish once a minute, some only every five. */
const PERIOD_SECONDS = 300;

export interface AlarmsArgs {
  /** Prefix of the alarms' names in AWS. */
  readonly prefix: string;
  /** Of the stack. */
  readonly region: string;
  readonly rows: readonly AlarmRow[];
  readonly anomalies: readonly AnomalyRow[];
  /** Topics by region: an alarm reaches those of its own region only. */
  readonly topics: Readonly<Record<string, pulumi.Input<string>>>;
}

/** CloudWatch alarms, one for each row, which notify a topic when they go off and when they recover. */
export class Alarms extends pulumi.ComponentResource {
  public readonly arns: readonly pulumi.Output<string>[];

  constructor(name: string, args: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:Alarms", name, args, opts);
    const { prefix, region, rows, anomalies, topics } = args;
    const names = [...rows, ...anomalies].map((row) => row.name);
    const duplicate = names.find((name, index) => names.indexOf(name) !== index);
    if (duplicate !== undefined) invalid(this, "rows", `"${duplicate}" is listed twice`, "Give each row its own name");
    const mine = { parent: this };
    const common = (row: AlarmRow | AnomalyRow) => {
      const at = row.region ?? region;
      const topic = topics[at];
      if (topic === undefined)
        invalid(this, "topics", `${row.name} is in ${at}, which has no topic`, `Give a topic of ${at}`);
      const problem = dimensionProblem(row, at);
      if (problem) invalid(this, `rows, ${row.name}`, ...problem);
      return {
        name: `${prefix}-${row.name}`,
        alarmDescription: `${row.why}. docs/runbooks/${row.runbook}.md`,
        comparisonOperator: COMPARISONS[row.rings],
        evaluationPeriods: row.periods ?? 1,
        alarmActions: [topic],
        okActions: [topic],
        ...(at === region ? {} : { region: at }),
      };
    };
    const fixed = rows.map(
      (row) =>
        new aws.cloudwatch.MetricAlarm(
          `${name}-${row.name}`,
          {
            ...common(row),
            threshold: row.threshold,
            treatMissingData: row.missing ?? "notBreaching",
            ...(row.volume === undefined ? watched(row) : { metricQueries: fromVolume(row, row.volume) }),
          },
          mine,
        ),
    );
    const banded = anomalies.map(
      (row) =>
        new aws.cloudwatch.MetricAlarm(
          `${name}-${row.name}`,
          {
            ...common(row),
            thresholdMetricId: "band",
            treatMissingData: "notBreaching",
            metricQueries: [
              {
                id: "metric",
                returnData: true,
                metric: { ...series(row), stat: row.statistic },
              },
              {
                id: "band",
                expression: `ANOMALY_DETECTION_BAND(metric, ${row.band})`,
                label: "usual",
                returnData: true,
              },
            ],
          },
          mine,
        ),
    );
    this.arns = [...fixed, ...banded].map(({ arn }) => arn);
    this.registerOutputs({});
  }
}

const series = ({ namespace, metric, dimensions, periodSeconds }: AlarmRow | AnomalyRow) => ({
  namespace,
  metricName: metric,
  dimensions,
  period: periodSeconds ?? PERIOD_SECONDS,
});

const watched = (row: AlarmRow) => ({
  ...series(row),
  ...(row.statistic === "p99" ? { extendedStatistic: "p99" } : { statistic: row.statistic }),
});

/** With too few requests the value is one at which the alarm does not ring, whichever way it is compared. */
function fromVolume(row: AlarmRow, { metric, statistic, atLeast }: Volume) {
  const quiet = row.rings.startsWith(">") ? row.threshold - 1 : row.threshold + 1;
  const part = (id: string, metricName: string, stat: string) => ({
    id,
    returnData: false,
    metric: { ...series(row), metricName, stat },
  });
  return [
    part("value", row.metric, row.statistic),
    part("volume", metric, statistic),
    {
      id: "judged",
      label: row.name,
      expression: `IF(FILL(volume, 0) >= ${atLeast}, value, ${quiet})`,
      returnData: true,
    },
  ];
}
