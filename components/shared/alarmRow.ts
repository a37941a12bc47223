import type * as pulumi from "@pulumi/pulumi";

/** One alarm on a metric, as data. */
export interface AlarmRow {
  /** Of the alarm, in kebab-case, unique in the stack. */
  readonly name: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: "Sum" | "Average" | "Minimum" | "Maximum" | "p99";
  /** Exactly a set of dimensions that the service publishes: with any other the alarm never gets data. */
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  readonly rings: ">=" | ">" | "<" | "<=";
  readonly threshold: number;
  /** @default 300 */
  readonly periodSeconds?: number;
  /** Consecutive periods that must breach the threshold. @default 1 */
  readonly periods?: number;
  /**
   * What missing data means. `notBreaching` for errors, which are only published when they happen; `breaching` for signs of
   * life. @default "notBreaching"
   */
  readonly missing?: "notBreaching" | "breaching";
  /** What it means for patients and staff, in words for the person it wakes. */
  readonly why: string;
  /** Page of docs/runbooks. */
  readonly runbook: string;
  /** The metric's region, if not the stack's: CloudFront publishes in us-east-1. */
  readonly region?: string;
  /** A share of few requests says nothing: below this many in a period the alarm stays quiet. @default always evaluated */
  readonly volume?: Volume;
}

/** A metric under the same dimensions that counts requests. */
export interface Volume {
  readonly metric: string;
  readonly statistic: "Sum" | "SampleCount";
  readonly atLeast: number;
}

/** An alarm on a metric that leaves the band its own history predicts. */
export interface AnomalyRow extends Omit<AlarmRow, "rings" | "threshold" | "missing" | "volume"> {
  /** Width of the band in standard deviations: the wider, the fewer alarms. */
  readonly band: number;
  readonly rings: "above" | "below" | "outside";
}
