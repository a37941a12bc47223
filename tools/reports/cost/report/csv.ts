import type { CostReport } from "../costReport";

const HEAD = [
  "profile",
  "service",
  "component",
  "what",
  "quantity",
  "unit",
  "unitUsd",
  "monthlyUsd",
  "inSourceA",
  "reason",
  "resources",
];

/** One line for each line of each profile: for a spreadsheet. */
export function costCsv({ columns }: CostReport): string {
  const rows = columns.flatMap(({ profile, estimate }) =>
    estimate.lines.map((line) => [
      profile,
      line.service,
      line.component.label,
      line.what,
      figure(line.quantity),
      line.unit,
      String(line.unitUsd),
      figure(line.monthlyUsd),
      line.added === undefined ? "yes" : "no",
      line.added ?? "",
      line.resources.join(" "),
    ]),
  );
  const missing = columns.flatMap(({ profile, estimate }) =>
    estimate.notPriced.map(({ type, count }) => [
      profile,
      "",
      "",
      "not priced",
      String(count),
      type,
      "",
      "",
      "",
      "",
      "",
    ]),
  );
  return [HEAD, ...rows, ...missing].map((each) => `${each.map(quoted).join(",")}\r\n`).join("");
}

/** Two digits more than a cent, without an exponent. */
const figure = (value: number) => value.toFixed(4).replace(/\.?0+$/, "");

/** RFC 4180. */
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
