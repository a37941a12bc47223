import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";
import { sources, summary, tablesOf, type Table } from "./tables";

/** A part of a page; `level` is that of its heading. */
export function markdownReport(time: DeployTime, comparisons: readonly Comparison[], level = 2): string {
  const heading = (depth: number, text: string) => `${"#".repeat(depth)} ${text}`;
  const tables = tablesOf(time, comparisons).flatMap((each) => [heading(level + 1, each.title), drawn(each)]);
  const parts = [heading(level, "Estimated time of a first deployment"), summary(time), ...tables];
  return `${[...parts, ...sources(time, comparisons.length > 0)].join("\n\n")}\n`;
}

function drawn({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const escaped = (text: string) => text.replace(/[\\|<>*_`[\]]/g, "\\$&");
