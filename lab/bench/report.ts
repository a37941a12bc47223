import type { RoleUse } from "./measure/watch";

/** What was measured, as `--json` writes it and every table reads it. */
export interface Report {
  readonly machine: Machine;
  /** How often each command was run; every figure is the median. */
  readonly runs: number;
  readonly measurements: readonly Measurement[];
  readonly evaluation?: Evaluation;
}

export interface Machine {
  /** The day of the measurement, as YYYY-MM-DD. */
  readonly day: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
}

/** Medians of one scenario. CPU and memory are undefined outside Linux. */
export interface Measurement {
  readonly id: ScenarioId;
  readonly title: string;
  /** Resources that the engine reported on; undefined if the scenario has none. */
  readonly resources: number | undefined;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMb: number | undefined;
  readonly roles: readonly RoleUse[];
}

/** How long the rules themselves take, without an engine: on the plan of prod, after a first round that is not counted. */
export interface Evaluation {
  readonly resources: number;
  readonly rules: number;
  /** Pairs of a rule and a resource that it applies to. */
  readonly judgements: number;
  readonly milliseconds: number;
  /** The first round, in which the rules are compiled to machine code: what a preview pays. */
  readonly firstMilliseconds: number;
  /** Sorted by time, most first. */
  readonly perRule: readonly RuleTime[];
}

export interface RuleTime {
  readonly rule: string;
  /** Resources that it applies to. */
  readonly resources: number;
  /** For all of them. */
  readonly milliseconds: number;
}

export type ScenarioId =
  | "preview-dev"
  | "preview-dev-no-pack"
  | "preview-prod"
  | "preview-prod-no-pack"
  | "up-prod"
  | "preview-prod-again"
  | "pack-start"
  | "growth-0"
  | "growth-1"
  | "growth-4"
  | "growth-16"
  | "defaults-preview-prod"
  | "defaults-preview-prod-no-pack"
  | "defaults-pack-start";

/** Platforms that the programs of the growth make. */
export const COPIES = [0, 1, 4, 16] as const;

export function measured(report: Report, id: ScenarioId): Measurement | undefined {
  return report.measurements.find((each) => each.id === id);
}
