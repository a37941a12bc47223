import { csv } from "../../../shared/render/csv";
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
  "purpose",
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
      line.unitUsd,
      figure(line.monthlyUsd),
      line.purpose ?? "",
      line.resources.join(" "),
    ]),
  );
  const missing = columns.flatMap(({ profile, estimate }) =>
    estimate.notPriced.map(({ type, count }) => [profile, "", "", "not priced", count, type, "", "", "", ""]),
  );
  return csv(HEAD, [...rows, ...missing]);
}

/** Two digits more than a cent. */
const figure = (value: number) => Number(value.toFixed(4));
