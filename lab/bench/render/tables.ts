import type { Measurement, Report } from "../report";
import { targetsOf } from "../targets";

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The slowest rules are enough: the others take less. */
const RULES_SHOWN = 8;
const NOT_MEASURED = "-";

/** All that the report says, as tables; one that would be empty is left out. */
export function tablesOf(report: Report): readonly Table[] {
  return [figures(report), roles(report), evaluation(report), slowest(report), targets(report)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function figures({ measurements, runs }: Report): Table {
  return {
    title: runs === 1 ? "One run of each command" : `Medians of ${String(runs)} runs`,
    head: ["what", "resources", "time, s", "CPU, s", "peak memory, MB"],
    rows: measurements.map(({ title, resources, wallSeconds, cpuSeconds, peakMb }) => [
      title,
      resources === undefined ? "" : String(resources),
      fixed(wallSeconds, 1),
      fixed(cpuSeconds, 1),
      fixed(peakMb, 0),
    ]),
  };
}

/** Whose CPU it is, for the commands about prod that the targets compare. */
function roles({ measurements }: Report): Table {
  const compared = measurements.filter(({ id, roles: own }) => id.endsWith("preview-prod") && own.length > 0);
  const names = [...new Set(compared.flatMap((each) => each.roles.map(({ role }) => role)))];
  return {
    title: "Whose CPU and memory, by process: seconds / MB",
    head: ["process", ...compared.map(({ title }) => title)],
    rows: names.map((name) => [name, ...compared.map((each) => roleCell(each, name))]),
  };
}

function roleCell({ roles: own }: Measurement, name: string): string {
  const use = own.find(({ role }) => role === name);
  return use === undefined ? NOT_MEASURED : `${fixed(use.cpuSeconds, 1)} / ${fixed(use.peakMb, 0)}`;
}

function evaluation({ evaluation: it }: Report): Table {
  const rows =
    it === undefined
      ? []
      : [
          ["all rules on all resources", milliseconds(it.milliseconds)],
          ["the same, the first time", milliseconds(it.firstMilliseconds)],
          ["per resource", milliseconds(it.milliseconds / it.resources)],
          ["per rule, on all resources", milliseconds(it.milliseconds / it.rules)],
          ["per rule and resource it applies to", milliseconds(it.milliseconds / it.judgements)],
        ];
  const scale =
    it === undefined
      ? ""
      : `: ${String(it.rules)} rules, ${String(it.resources)} resources, ${String(it.judgements)} judgements`;
  return { title: `Evaluation alone, without an engine${scale}`, head: ["what", "time"], rows };
}

function slowest({ evaluation: it }: Report): Table {
  return {
    title: "The slowest rules",
    head: ["rule", "resources", "time"],
    rows: (it?.perRule ?? [])
      .slice(0, RULES_SHOWN)
      .map(({ rule, resources, milliseconds: time }) => [rule, String(resources), milliseconds(time)]),
  };
}

function targets(report: Report): Table {
  return {
    title: "Targets",
    head: ["", "what", "wanted", "measured"],
    rows: targetsOf(report).map(({ what, wanted, got, met }) => [
      met === undefined ? NOT_MEASURED : met ? "✔" : "✖",
      what,
      wanted,
      got ?? NOT_MEASURED,
    ]),
  };
}

function fixed(figure: number | undefined, digits: number): string {
  return figure === undefined ? NOT_MEASURED : figure.toFixed(digits);
}

function milliseconds(figure: number): string {
  return figure >= 0.1 ? `${figure.toFixed(1)} ms` : `${(figure * 1000).toFixed(1)} µs`;
}
