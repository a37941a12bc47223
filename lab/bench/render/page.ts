import { markdownTable } from "../../../tools/shared/render/markdown";
import { UsageError } from "../../../tools/shared/usageError";
import type { Report } from "../report";
import { tablesOf } from "./tables";
import { machineLine } from "./text";

export const BEGIN = "<!-- figures: written by `npm run bench -- --write` -->";
export const END = "<!-- end of figures -->";

/** The page with the figures between its markers replaced; the rest of it is written by hand. */
export function withFigures(page: string, report: Report): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new UsageError(
      `docs/performance.md has no place for the figures. Write these two lines: ${BEGIN} and ${END}`,
    );
  return `${page.slice(0, begin)}${BEGIN}\n\n${figuresBlock(report)}\n${page.slice(end)}`;
}

function figuresBlock(report: Report): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => `### ${title}\n\n${markdownTable(head, rows)}\n`);
  return [`Measured on ${machineLine(report.machine)}.\n`, ...tables].join("\n");
}
