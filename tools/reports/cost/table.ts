import { lineKey, SERVICES, type CostLine, type Estimate, type Service } from "./line";
import { PROFILE_TITLES, type ProfileName } from "./usage/usage";

/** An estimate and the profile it is of. */
export interface Column {
  readonly profile: ProfileName;
  readonly title: string;
  readonly estimate: Estimate;
}

export const columnOf = (profile: ProfileName, estimate: Estimate): Column => ({
  profile,
  title: PROFILE_TITLES[profile],
  estimate,
});

/** A line in every column. */
export interface Row {
  readonly service: Service;
  /** Empty where components are taken together. */
  readonly component: string;
  readonly what: string;
  readonly unit: string;
  readonly unitUsd: number;
  readonly purpose: string | undefined;
  readonly resources: readonly string[];
  readonly quantities: readonly number[];
  readonly usd: readonly number[];
}

/** Rows of one service or one component. */
export interface Group {
  readonly title: string;
  readonly usd: readonly number[];
  readonly rows: readonly Row[];
}

export const GROUPINGS = ["service", "component"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The columns side by side, grouped; the same thing of several components is one row of a service. */
export function groupsOf(columns: readonly Column[], by: Grouping): readonly Group[] {
  const rows = rowsOf(columns, by);
  const titleOf = (row: Row) => (by === "service" ? row.service : row.component);
  const titles = [...new Set(rows.map(titleOf))];
  const groups = titles.map((title) => {
    const its = rows.filter((each) => titleOf(each) === title).toSorted(byCost);
    return { title, usd: addUp(its, columns.length), rows: its };
  });
  return by === "service" ? groups.toSorted((a, b) => indexOf(a.title) - indexOf(b.title)) : groups.toSorted(byCost);
}

/** Rows in no order; those that cost nothing in any column are left out. */
export function rowsOf(columns: readonly Column[], by: Grouping): readonly Row[] {
  const found = new Map<string, Row>();
  columns.forEach(({ estimate }, index) => {
    for (const line of estimate.lines) {
      const key = by === "service" ? sharedKey(line) : lineKey(line);
      found.set(key, withLine(found.get(key) ?? emptyRow(line, by, columns.length), line, index));
    }
  });
  return [...found.values()].filter(({ usd }) => usd.some((each) => each > 0));
}

const sharedKey = ({ service, what, price, purpose }: CostLine) => [service, what, price, purpose ?? ""].join("|");

function emptyRow({ service, component, what, unit, unitUsd, purpose }: CostLine, by: Grouping, columns: number): Row {
  const nothing = Array.from({ length: columns }, () => 0);
  const owner = by === "service" ? "" : component.label;
  return { service, component: owner, what, unit, unitUsd, purpose, resources: [], quantities: nothing, usd: nothing };
}

function withLine(row: Row, line: CostLine, column: number): Row {
  const plus = (values: readonly number[], more: number) =>
    values.map((each, index) => (index === column ? each + more : each));
  return {
    ...row,
    resources: [...new Set([...row.resources, ...line.resources])].toSorted(),
    quantities: plus(row.quantities, line.quantity),
    usd: plus(row.usd, line.monthlyUsd),
  };
}

/** Column by column. */
export function addUp(rows: readonly { readonly usd: readonly number[] }[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, index) => rows.reduce((sum, { usd }) => sum + (usd[index] ?? 0), 0));
}

const indexOf = (title: string) => SERVICES.findIndex((each) => each === title);
const nameOf = (each: Row | Group) => ("title" in each ? each.title : `${each.what} ${each.component} ${each.service}`);

/** What costs most with most users comes first. */
function byCost<T extends Row | Group>(a: T, b: T): number {
  return (b.usd.at(-1) ?? 0) - (a.usd.at(-1) ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1);
}
