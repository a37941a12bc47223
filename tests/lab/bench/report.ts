import type { Machine, Measurement, Report, ScenarioId } from "../../../lab/bench/report";

export const MACHINE: Machine = {
  day: "2026-11-24",
  processor: "Example CPU",
  cores: 2,
  memoryGb: 8,
  system: "Linux 6.1",
  node: "v20.19.0",
};

export function measurement(id: ScenarioId, wallSeconds: number, more: Partial<Measurement> = {}): Measurement {
  return {
    ...{ id, title: `title of ${id}`, resources: 518, wallSeconds },
    ...{ cpuSeconds: wallSeconds * 1.5, peakMb: 300, roles: [] },
    ...more,
  };
}

export function reportOf(...measurements: readonly Measurement[]): Report {
  return { machine: MACHINE, runs: 5, measurements };
}

/** A growth of 2 s for one platform beyond 1 s for none. */
export function grown(four: number, sixteen: number): readonly Measurement[] {
  const at = (id: ScenarioId, resources: number, seconds: number) => measurement(id, seconds, { resources });
  return [
    at("growth-0", 1, 1),
    at("growth-1", 519, 3),
    at("growth-4", 2073, 1 + four),
    at("growth-16", 8289, 1 + sixteen),
  ];
}
