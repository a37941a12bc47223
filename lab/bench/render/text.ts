import type { Machine, Report } from "../report";
import { tablesOf, type Table } from "./tables";

/** What the terminal shows. */
export function textReport(report: Report): string {
  return [machineLine(report.machine), ...tablesOf(report).map(textTable)].join("\n\n") + "\n";
}

export function machineLine({ processor, cores, memoryGb, system, node, day }: Machine): string {
  return `${day}, ${String(cores)} cores (${processor}), ${String(memoryGb)} GB, ${system}, Node ${node}`;
}

/** Columns as wide as their widest cell; those of figures are flush right. */
function textTable({ title, head, rows }: Table): string {
  const all = [head, ...rows];
  const columns = head.map((_, at) => {
    const cells = all.map((row) => row[at] ?? "");
    const isFigure = cells.slice(1).every((cell) => /^[\d.-]*$/.test(cell));
    return { width: Math.max(...cells.map((cell) => cell.length)), isFigure };
  });
  const line = (row: readonly string[]) =>
    columns
      .map(({ width, isFigure }, at) => (isFigure ? (row[at] ?? "").padStart(width) : (row[at] ?? "").padEnd(width)))
      .join("  ")
      .trimEnd();
  return [title, "", ...all.map(line)].join("\n");
}
