import type { CostReport } from "../costReport";
import { PRICES_AS_OF, PRICES_NOTE, PRICES_REGION } from "../prices/prices";
import { FIGURES, PROFILES } from "../usage/usage";
import { costChart } from "./chart";
import { Markup, markup } from "../../../shared/render/markup";
import { page } from "../../../shared/render/page";
import { column, table } from "../../../shared/render/table";
import { difference, money } from "./money";
import { breachText, labelOf, remarks } from "./text";

/** The section as a page of its own. */
export function costPage(report: CostReport): string {
  return page(`Cost of ${report.stack}`, new Markup(costHtml(report)));
}

/** A `<section>` for a page. */
export function costHtml(report: CostReport): string {
  const { stack, columns, groups, totals, purposes, rest, advice, changes, breaches } = report;
  const head = (...first: readonly string[]) => [
    ...first.map((title) => column(title)),
    ...columns.map(({ title }) => column(title, "number")),
  ];
  const part = (caption: string, first: readonly string[], rows: readonly Markup[]) =>
    rows.length === 0 ? undefined : markup`${table(caption, head(...first), markup`<tbody>\n${rows}</tbody>`)}\n`;
  const total = markup`<tr class="total"><th scope="row" colspan="2">Total</th>${amounts(totals)}</tr>\n`;
  const others = purposes.length === 0 ? [] : [{ title: "everything else", usd: rest }];
  const lines = groups.map(
    ({ title, usd, rows }) =>
      markup`<tbody>\n<tr class="total"><th scope="rowgroup" colspan="2">${title}</th>${amounts(usd)}</tr>\n${rows.map(
        ({ what, purpose, usd: amount }) => row([what, purpose ?? ""], amount),
      )}</tbody>\n`,
  );
  return markup`<section id="cost" aria-labelledby="cost-heading">
<h2 id="cost-heading">What ${stack} costs</h2>
<p>USD a month, list prices of ${PRICES_REGION}, ${PRICES_AS_OF}.</p>
${breaches.map((breach) => markup`<p class="verdict bad"><strong>${breachText(breach)[1]}</strong></p>\n`)}<figure>${new Markup(costChart(columns))}</figure>
${table("Monthly cost by line", head("what", "what it is for"), markup`${lines}<tfoot>\n${total}</tfoot>`)}
${part(
  "What each control and option costs",
  ["what it is for"],
  [...purposes, ...others].map(({ title, usd }) => row([title], usd)),
)}${part(
    "Worth a look",
    ["kind", "what"],
    advice.map(({ kind, text, usd }) => row([kind, text], usd)),
  )}${
    changes &&
    part(
      `Difference to ${changes.against}`,
      ["what"],
      [
        row(["there"], changes.before),
        row(["here"], changes.after),
        ...changes.rows.map((change) => row([labelOf(change)], change.usd, difference)),
      ],
    )
  }${[...remarks(report), PRICES_NOTE].filter((text) => text !== "").map((text) => markup`<p>${text}</p>\n`)}${assumptions(report)}</section>
`.text;
}

const amounts = (usd: readonly number[], shown = money) =>
  usd.map((figure) => markup`<td class="number">${shown(figure)}</td>`);

function row(cells: readonly string[], usd: readonly number[], shown = money): Markup {
  return markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}${amounts(usd, shown)}</tr>\n`;
}

function assumptions({ columns }: CostReport): Markup {
  const head = ["figure", ...columns.map(({ title }) => title), "unit", "why"].map((title) => column(title));
  const usages = columns.map(({ profile }) => new Map(Object.entries(PROFILES[profile])));
  const figures = new Map(Object.entries(FIGURES));
  const rows = Object.keys(PROFILES.baseline).map((name) => {
    const { unit, assumption } = figures.get(name) ?? {};
    const cells = [name, ...usages.map((usage) => usage.get(name) ?? 0), unit, assumption];
    return markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
  });
  return markup`<details><summary>What is assumed</summary>
${table("Figures of use", head, markup`<tbody>\n${rows}</tbody>`)}</details>
`;
}
