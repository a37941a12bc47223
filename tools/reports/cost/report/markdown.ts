import type { CostReport } from "../costReport";
import { type Cell, inline, markdownTable, strong } from "../../../shared/render/markdown";
import { PRICES_AS_OF, PRICES_NOTE, PRICES_REGION } from "../prices/prices";
import { difference, money } from "./money";
import { breachText, labelOf, remarks } from "./text";

/** A part of a page; its headings begin at the level that is given. */
export function costMarkdown(report: CostReport, level = 2): string {
  const { columns, groups, totals, purposes, rest, advice, changes, breaches } = report;
  const heading = (text: string, deeper = 0) => `${"#".repeat(level + deeper)} ${inline(text)}`;
  const others = purposes.length === 0 ? [] : [{ title: "everything else", usd: rest }];
  const titles = columns.map(({ title }) => title);
  const table = (first: readonly string[], rows: readonly (readonly Cell[])[]) =>
    markdownTable([...first, ...titles], rows, (column) => column >= first.length);
  const amounts = (usd: readonly number[], shown = money) => usd.map(shown);
  const part = (title: string, rows: readonly (readonly Cell[])[], first: readonly string[]) =>
    rows.length === 0 ? [] : ["", heading(title, 1), "", table(first, rows)];
  return `${[
    heading(`Cost of ${report.stack}`),
    "",
    `USD a month, list prices of ${PRICES_REGION}, ${PRICES_AS_OF}.`,
    "",
    table(
      ["what", "what it is for"],
      [
        ...groups.flatMap(({ title, usd, rows }) => [
          [strong(title), "", ...amounts(usd).map(strong)],
          ...rows.map((row) => [row.what, row.purpose ?? "", ...amounts(row.usd)]),
        ]),
        [strong("Total"), "", ...amounts(totals).map(strong)],
      ],
    ),
    ...part(
      "What each control and option costs",
      [...purposes, ...others].map(({ title, usd }) => [title, ...amounts(usd)]),
      ["what it is for"],
    ),
    ...part(
      "Worth a look",
      advice.map(({ kind, text, usd }) => [kind, text, ...amounts(usd)]),
      ["", "what"],
    ),
    ...(changes === undefined
      ? []
      : part(
          `Difference to ${changes.against}`,
          [
            ["", "there", ...amounts(changes.before)],
            ["", "here", ...amounts(changes.after)],
            ...changes.rows.map((row) => ["", labelOf(row), ...amounts(row.usd, difference)]),
          ],
          ["", "what"],
        )),
    ...[...remarks(report), ...breaches.flatMap(breachText)].map(inline),
    "",
    PRICES_NOTE,
  ].join("\n")}\n`;
}
