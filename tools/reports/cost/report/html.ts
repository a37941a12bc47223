import type { CostReport } from "../costReport";
import { PRICES_AS_OF, PRICES_NOTE, PRICES_REGION } from "../prices/prices";
import { FIGURES, PROFILES } from "../usage/usage";
import { costChart } from "./chart";
import { escapeMarkup } from "../../../shared/markup";
import { difference, money } from "./money";
import { breachText, labelOf, remarks } from "./text";

/** A `<section>` for a page: no scripts, no styles but the chart's, classes that begin with `cost`. */
export function costHtml(report: CostReport): string {
  const { stack, columns, groups, totals, inSourceA, additions, advice, changes, breaches } = report;
  const titles = columns.map(({ title }) => title);
  const rest = totals.map((each, index) => each - (inSourceA[index] ?? 0));
  const lines = groups.map(
    ({ title, usd, rows }) =>
      `<tbody>${headRow(title, usd)}${rows
        .map((row) =>
          bodyRow([row.added === undefined ? "A" : "+", row.what, row.added ?? ""], row.usd, row.added ?? ""),
        )
        .join("")}</tbody>`,
  );
  const sums = [
    headRow("Total", totals),
    headRow("in source A's architecture", inSourceA),
    headRow("added to it", rest),
  ];
  return [
    `<section class="cost" id="cost">`,
    `<h2>What ${escapeMarkup(stack)} costs</h2>`,
    paragraph(
      `USD a month, list prices of ${PRICES_REGION}, ${PRICES_AS_OF}. A: in source A's architecture; +: added.`,
    ),
    ...breaches.map((each) => `<p class="cost-breach"><strong>${escapeMarkup(breachText(each)[1] ?? "")}</strong></p>`),
    `<div class="cost-bars">${costChart(columns)}</div>`,
    table("Monthly cost by line", ["A or +", "what", "why it was added"], titles, [
      ...lines,
      `<tfoot>${sums.join("")}</tfoot>`,
    ]),
    ...part(
      "What is added to source A's architecture, by reason",
      ["reason"],
      additions.map(({ title, usd }) => bodyRow([title], usd)),
    ),
    ...part(
      "Worth a look",
      ["kind", "what"],
      advice.map(({ kind, text, usd }) => bodyRow([kind, text], usd)),
    ),
    ...(changes === undefined
      ? []
      : part(
          `Difference to ${changes.against}`,
          ["where", "what"],
          [
            bodyRow(["", "there"], changes.before),
            bodyRow(["", "here"], changes.after),
            ...changes.rows.map((row) => bodyRow(["", labelOf(row)], row.usd, "", difference)),
          ],
        )),
    ...remarks(report)
      .filter((each) => each !== "")
      .map(paragraph),
    paragraph(PRICES_NOTE),
    assumptions(report),
    "</section>\n",
  ].join("\n");

  function part(caption: string, first: readonly string[], rows: readonly string[]): readonly string[] {
    return rows.length === 0 ? [] : [table(caption, first, titles, [`<tbody>${rows.join("")}</tbody>`])];
  }

  function headRow(title: string, usd: readonly number[]): string {
    return `<tr class="cost-group"><th scope="rowgroup" colspan="3">${escapeMarkup(title)}</th>${amounts(usd)}</tr>\n`;
  }
}

const paragraph = (text: string) => `<p>${escapeMarkup(text)}</p>`;
const amounts = (usd: readonly number[], shown = money) =>
  usd.map((each) => `<td class="cost-usd">${shown(each)}</td>`).join("");

function bodyRow(cells: readonly string[], usd: readonly number[], added = "", shown = money): string {
  const all = cells.map((each) => `<td>${escapeMarkup(each)}</td>`).join("");
  return `<tr${added === "" ? "" : ' class="cost-added"'}>${all}${amounts(usd, shown)}</tr>\n`;
}

function table(
  caption: string,
  first: readonly string[],
  titles: readonly string[],
  bodies: readonly string[],
): string {
  const head = [
    ...first.map((each) => `<th scope="col">${escapeMarkup(each)}</th>`),
    ...titles.map((each) => `<th scope="col" class="cost-usd">${escapeMarkup(each)}</th>`),
  ].join("");
  return (
    `<table class="cost-table"><caption>${escapeMarkup(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n` +
    `${bodies.join("\n")}</table>`
  );
}

function assumptions({ columns }: CostReport): string {
  const usages = columns.map(({ profile }) => PROFILES[profile]);
  const head = ["figure", ...columns.map(({ title }) => title), "unit", "why"];
  const rows = Object.entries(PROFILES.baseline).map(([name]) => {
    const found = Object.entries(FIGURES).find(([each]) => each === name)?.[1];
    const values = usages.map((usage) => Object.entries(usage).find(([each]) => each === name)?.[1] ?? 0);
    const cells = [name, ...values.map(String), found?.unit ?? "", found?.assumption ?? ""];
    return `<tr>${cells.map((each) => `<td>${escapeMarkup(each)}</td>`).join("")}</tr>\n`;
  });
  return (
    `<details class="cost-assumptions"><summary>What is assumed</summary><table class="cost-table">` +
    `<thead><tr>${head.map((each) => `<th scope="col">${escapeMarkup(each)}</th>`).join("")}</tr></thead>\n` +
    `<tbody>${rows.join("")}</tbody></table></details>`
  );
}
