import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";
import { sources, summary, tablesOf, type Table } from "./tables";

export function textReport(time: DeployTime, comparisons: readonly Comparison[]): string {
  const tables = tablesOf(time, comparisons).map(drawn);
  return `${[summary(time), ...tables, ...sources(time, comparisons.length > 0)].join("\n\n")}\n`;
}

function drawn({ title, head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  return [title, ...lines].join("\n");
}
