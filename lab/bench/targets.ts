import { measured, type Measurement, type Report } from "./report";
import { marginalFactor } from "./statistics";

/** What issue 8 asks for, on two cores. */
const WALL_SECONDS = 6;
const PEAK_MB = 400;
const PACK_SHARE = 0.25;
const FOUR_TIMES = 4.4;
const CPU_FACTOR = 4;

export interface Target {
  readonly what: string;
  readonly wanted: string;
  /** Undefined if it was not measured. */
  readonly got: string | undefined;
  readonly met: boolean | undefined;
}

export function targetsOf(report: Report): readonly Target[] {
  const all = measured(report, "preview-prod");
  const bare = measured(report, "preview-prod-no-pack");
  const defaults = measured(report, "defaults-preview-prod");
  const share = (of: "wallSeconds" | "cpuSeconds") => sharedOut(all?.[of], bare?.[of]);
  const factor = cpuFactor(defaults?.cpuSeconds, all?.cpuSeconds);
  const atMost = (what: string, limit: number, got: number | undefined, show: (figure: number) => string): Target => ({
    what,
    wanted: `at most ${show(limit)}`,
    got: got === undefined ? undefined : show(got),
    met: got === undefined ? undefined : got <= limit,
  });
  return [
    atMost("preview of prod with the whole pack: time", WALL_SECONDS, all?.wallSeconds, seconds),
    atMost("the same: peak memory of all its processes", PEAK_MB, all?.peakMb, megabytes),
    atMost("the same: peak memory of its biggest process", PEAK_MB, biggest(all), megabytes),
    atMost("the pack's share of that time", PACK_SHARE, share("wallSeconds"), percent),
    atMost("the pack's share of its CPU", PACK_SHARE, share("cpuSeconds"), percent),
    atMost("4 times the resources: time, beyond an empty program's", FOUR_TIMES, growth(report, 4), times),
    atMost("16 times the resources, at the same rate", FOUR_TIMES ** 2, growth(report, 16), times),
    {
      what: "CPU of Pulumi's defaults, compared with ours",
      wanted: `at least ${times(CPU_FACTOR)}`,
      got: factor === undefined ? undefined : times(factor),
      met: factor === undefined ? undefined : factor >= CPU_FACTOR,
    },
  ];
}

function biggest(measurement: Measurement | undefined): number | undefined {
  const peaks = (measurement?.roles ?? []).flatMap(({ peakMb }) => peakMb ?? []);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}

function sharedOut(all: number | undefined, without: number | undefined): number | undefined {
  return all === undefined || without === undefined ? undefined : (all - without) / all;
}

function cpuFactor(defaults: number | undefined, ours: number | undefined): number | undefined {
  return defaults === undefined || ours === undefined ? undefined : defaults / ours;
}

/** Time of so many platforms in units of one, both beyond what a program takes that makes none. */
export function growth(report: Report, copies: 4 | 16): number | undefined {
  const [none, one, many] = [
    measured(report, "growth-0"),
    measured(report, "growth-1"),
    measured(report, `growth-${copies}`),
  ];
  if (none === undefined || one === undefined || many === undefined) return undefined;
  return marginalFactor(none.wallSeconds, one.wallSeconds, many.wallSeconds);
}

const seconds = (figure: number) => `${figure.toFixed(1)} s`;
const megabytes = (figure: number) => `${figure.toFixed(0)} MB`;
const percent = (figure: number) => `${(figure * 100).toFixed(0)} %`;
const times = (figure: number) => `${figure.toFixed(1)} x`;
