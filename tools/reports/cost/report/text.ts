import type { Breach } from "../budget";
import type { Change } from "../changes";
import type { CostReport } from "../costReport";
import { PRICES_AS_OF, PRICES_NOTE, PRICES_REGION } from "../prices/prices";
import { PROFILE_TITLES } from "../usage/usage";
import { difference, dollars, money } from "./money";

const AMOUNT = 13;

/** A row of the terminal's table; without amounts it is a heading. */
interface Line {
  readonly label: string;
  readonly usd?: readonly number[];
  readonly behind?: string;
  readonly shown?: (usd: number) => string;
}

/** For a terminal. */
export function costText(report: CostReport): string {
  const { columns, groups, totals, purposes, rest, advice, changes, breaches } = report;
  const width = Math.max(...columns.map(({ title }) => title.length + 2), AMOUNT);
  const amounts = (usd: readonly number[], shown = money) => usd.map((each) => shown(each).padStart(width)).join("");
  const titles = columns.map(({ title }) => title.padStart(width)).join("");
  const table = (heading: string, lines: readonly Line[]) => {
    const label = Math.max(heading.length, ...lines.map((each) => each.label.length));
    return [
      `${heading.padEnd(label)}${titles}`,
      ...lines.map((each) =>
        `${each.label.padEnd(label)}${amounts(each.usd ?? [], each.shown)}  ${each.behind ?? ""}`.trimEnd(),
      ),
    ];
  };
  return `${[
    `Monthly cost of ${report.stack} in USD, list prices of ${PRICES_REGION}, ${PRICES_AS_OF}`,
    "",
    ...table("what", [
      ...groups.flatMap(({ title, usd, rows }) => [
        { label: title, usd },
        ...rows.map(({ what, usd: its, purpose }) => ({
          label: `  ${what}`,
          usd: its,
          ...(purpose === undefined ? {} : { behind: purpose }),
        })),
      ]),
      { label: "Total", usd: totals },
    ]),
    ...section(
      purposes,
      table("What each control and option costs", [
        ...purposes.map(({ title, usd }) => ({ label: `  ${title}`, usd })),
        { label: "  everything else", usd: rest },
      ]),
    ),
    ...section(
      advice,
      table(
        "Worth a look",
        advice.map(({ kind, text, usd }) => ({ label: `  ${kind}`, usd, behind: text })),
      ),
    ),
    ...(changes === undefined
      ? []
      : [
          "",
          ...table(`Difference to ${changes.against}`, [
            { label: "  there", usd: changes.before },
            { label: "  here", usd: changes.after },
            ...changes.rows.map((row) => ({ label: `  ${labelOf(row)}`, usd: row.usd, shown: difference })),
          ]),
        ]),
    ...remarks(report),
    ...breaches.flatMap(breachText),
    "",
    PRICES_NOTE,
  ].join("\n")}\n`;
}

const section = (all: readonly unknown[], lines: readonly string[]) => (all.length === 0 ? [] : ["", ...lines]);

/** What differs, with its component where those stand apart. */
export const labelOf = ({ how, service, what, component }: Change): string =>
  `${how}: ${service}, ${what}${component === "" ? "" : `, ${component}`}`;

/** What is missing in the total, or unlike what the prices are for, and how far the budget reaches. */
export function remarks({ columns }: Pick<CostReport, "columns">): readonly string[] {
  const [first] = columns;
  if (first === undefined) return [];
  const { free, notPriced, notes, budgets } = first.estimate;
  const missing = notPriced.map(({ type, count }) => `  ${count} ${type}`);
  return [
    ...section(missing, ["Not priced, so missing in the total:", ...missing]),
    "",
    `Free: ${free.reduce((sum, { count }) => sum + count, 0)} resources of ${free.length} types.`,
    ...budgets.map(({ name, limitUsd }) => {
      const use = columns.map(
        ({ title, estimate }) => `${Math.round((100 * estimate.totalUsd) / limitUsd)} % (${title})`,
      );
      return `Budget ${name}, ${dollars(limitUsd)} USD: ${use.join(", ")}.`;
    }),
    ...notes,
  ];
}

export function breachText({ name, limitUsd, totalUsd, profile, largest }: Breach): readonly string[] {
  return [
    "",
    `Over budget: ${money(totalUsd)} at ${PROFILE_TITLES[profile]}, limit ${money(limitUsd)} (${name}). The largest lines:`,
    ...largest.map(
      (each) => `  ${money(each.monthlyUsd).padStart(10)}  ${each.service}: ${each.what}, ${each.component.label}`,
    ),
  ];
}
