import type { CostReport } from "../costReport";
import { PRICES, PRICES_AS_OF, PRICES_NOTE, PRICES_REGION } from "../prices/prices";
import { FIGURES, PROFILES } from "../usage/usage";

/** Everything, with prices and assumptions, so that a figure can be checked. */
export function costJson(report: CostReport): string {
  const { columns, groups, ...rest } = report;
  const profiles = columns.map(({ profile, title, estimate }) => {
    const { byService, byComponent, lines, ...others } = estimate;
    return {
      profile,
      title,
      ...others,
      byService: Object.fromEntries(byService),
      byComponent: Object.fromEntries(byComponent),
      lines: lines.map(({ component, purpose, ...line }) => ({
        ...line,
        component: component.label,
        page: PRICES[line.price].page,
        purpose: purpose ?? null,
      })),
      usage: PROFILES[profile],
    };
  });
  const assumptions = Object.fromEntries(
    Object.entries(FIGURES).map(([name, { unit, assumption }]) => [name, { unit, assumption }]),
  );
  const prices = { asOf: PRICES_AS_OF, region: PRICES_REGION, note: PRICES_NOTE };
  return `${JSON.stringify({ ...rest, prices, profiles, groups, assumptions }, null, 2)}\n`;
}
