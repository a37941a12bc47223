import { measureChild, type Run } from "./measure/child";
import type { RoleUse } from "./measure/watch";
import type { Measurement } from "./report";
import { layState, type Scenario } from "./scenarios";
import { median, medianIfAll, medianOfKnown } from "./statistics";

/** Runs a scenario so many times. The first run is weighed as well, which hardly moves the median of the times. */
export async function measureScenario(
  { id, title, command, startsFrom }: Scenario,
  runs: number,
  work: string,
  tell: (line: string) => void,
): Promise<Measurement> {
  const done: Run[] = [];
  for (let run = 0; run < runs; run++) {
    if (startsFrom) layState(work, startsFrom);
    const one = await measureChild(command, run === 0);
    done.push(one);
    tell(`${title}: ${one.wallSeconds.toFixed(1)} s (${String(run + 1)} of ${String(runs)})`);
  }
  return {
    ...{ id, title },
    resources: startsFrom === undefined ? undefined : resourcesIn(done[0]?.output ?? ""),
    ...mediansOf(done),
  };
}

export function mediansOf(runs: readonly Run[]): Pick<Measurement, "wallSeconds" | "cpuSeconds" | "peakMb" | "roles"> {
  const roles = [...new Set(runs.flatMap(({ use }) => use?.roles.map(({ role }) => role) ?? []))];
  const useOf = (role: RoleUse["role"]) =>
    runs.flatMap(({ use }) => use?.roles.find((each) => each.role === role) ?? []);
  return {
    wallSeconds: median(runs.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: medianIfAll(runs.map(({ use }) => use?.cpuSeconds)),
    peakMb: medianOfKnown(runs.map(({ use }) => use?.peakMb)),
    roles: roles.map((role) => ({
      role,
      cpuSeconds: median(useOf(role).map(({ cpuSeconds }) => cpuSeconds)),
      peakMb: medianOfKnown(useOf(role).map(({ peakMb }) => peakMb)),
    })),
  };
}

/** The sum of the engine's last words: `+ 518 to create`, `518 unchanged`, `+ 518 created`. */
export function resourcesIn(output: string): number | undefined {
  const summary = output.slice(output.lastIndexOf("Resources:"));
  const counts = [...summary.matchAll(/(?:^ +(?:[^\d\s]+ )?|changes\. )(\d+) (?:to \w+|created|unchanged)$/gm)];
  return counts.length === 0 ? undefined : counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
