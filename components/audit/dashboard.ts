import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "../shared/alarmRow";

/** CloudWatch's grid is 24 wide: "Dashboard body structure and syntax". */
const GRID = 24;
const WIDTH = 8;
const HEIGHT = 6;
const STATUS_HEIGHT = 4;
const PERIOD_SECONDS = 300;

export interface DashboardArgs {
  readonly dashboardName: string;
  readonly region: string;
  /** In the order they are shown: one graph each. */
  readonly rows: readonly (AlarmRow | AnomalyRow)[];
  /** Shown at the top. */
  readonly alarmArns: readonly pulumi.Input<string>[];
}

/** One page for the on-call engineer: the state of all alarms, and a graph of each metric with its threshold. */
export class Dashboard extends pulumi.ComponentResource {
  public readonly dashboardName: pulumi.Output<string>;

  constructor(name: string, args: DashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:Dashboard", name, args, opts);
    const { dashboardName, region, rows, alarmArns } = args;
    const status = {
      type: "alarm",
      ...{ x: 0, y: 0, width: GRID, height: STATUS_HEIGHT },
      properties: { title: "Alarms", alarms: alarmArns },
    };
    const perLine = GRID / WIDTH;
    const graphs = rows.map((row, index) => ({
      type: "metric",
      x: (index % perLine) * WIDTH,
      y: STATUS_HEIGHT + Math.floor(index / perLine) * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
      properties: {
        title: row.name,
        region: row.region ?? region,
        view: "timeSeries",
        stat: row.statistic,
        period: row.periodSeconds ?? PERIOD_SECONDS,
        metrics: [
          [row.namespace, row.metric, ...Object.entries(row.dimensions).flat(), { id: "metric" }],
          ...("band" in row ? [[{ expression: `ANOMALY_DETECTION_BAND(metric, ${row.band})`, label: "usual" }]] : []),
        ],
        ...("threshold" in row
          ? { annotations: { horizontal: [{ label: `rings ${row.rings} ${row.threshold}`, value: row.threshold }] } }
          : {}),
      },
    }));
    const dashboard = new aws.cloudwatch.Dashboard(
      `${name}-dashboard`,
      { dashboardName, dashboardBody: pulumi.jsonStringify({ widgets: [status, ...graphs] }) },
      { parent: this },
    );
    this.dashboardName = dashboard.dashboardName;
    this.registerOutputs({ dashboardName: this.dashboardName });
  }
}
