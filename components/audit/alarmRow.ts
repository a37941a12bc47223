import type * as pulumi from "@pulumi/pulumi";

/** One thing that is watched, as data. */
export interface AlarmRow {
  /** Of the alarm, in kebab-case, unique in the stack. */
  readonly name: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: "Sum" | "Average" | "Minimum" | "Maximum" | "p99";
  /** Exactly a set of dimensions that the service publishes: with any other the alarm waits for data for ever. */
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  readonly rings: ">=" | ">" | "<" | "<=";
  readonly threshold: number;
  /** @default 300 */
  readonly periodSeconds?: number;
  /** Periods in a row that must be wrong. @default 1 */
  readonly periods?: number;
  /**
   * What silence means. `notBreaching` for errors, which are only published when they happen; `breaching` for signs of
   * life. @default "notBreaching"
   */
  readonly missing?: "notBreaching" | "breaching";
  /** What it means for patients and staff, for whoever is woken by it. */
  readonly why: string;
  /** Page of docs/runbooks. */
  readonly runbook: string;
  /** Where the metric is, if not in the stack's region: those of CloudFront are in us-east-1. */
  readonly region?: string;
  /** A share of few requests says nothing: below so many in a period the alarm is quiet. @default always judged */
  readonly volume?: Volume;
}

/** A metric beside the one that is watched, of the same dimensions, that counts requests. */
export interface Volume {
  readonly metric: string;
  readonly statistic: "Sum" | "SampleCount";
  readonly atLeast: number;
}

/** A metric that rings when it leaves the band that its own past predicts. */
export interface AnomalyRow extends Omit<AlarmRow, "rings" | "threshold" | "missing" | "volume"> {
  /** How many standard deviations wide the band is: the wider, the fewer alarms. */
  readonly band: number;
  readonly rings: "above" | "below" | "outside";
}
