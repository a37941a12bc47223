import type { Snapshot } from "../../shared/snapshot/snapshot";
import { adviceOn, type Advice } from "./advice";
import { breachesOf, budgetProfile, type Breach } from "./budget";
import { changesOf, type Changes } from "./changes";
import { estimate } from "./estimate";
import { PRICES, type Prices } from "./prices/prices";
import { addUp, columnOf, groupsOf, rowsOf, type Column, type Group, type Grouping } from "./table";
import { PROFILES, type ProfileName } from "./usage/usage";

export interface CostOptions {
  /** One profile for the table and the budget. @default three beside each other; the budget by the stack's data */
  readonly users?: ProfileName;
  /** @default service */
  readonly by?: Grouping;
  /** What another plan or state costs is told as a difference. */
  readonly against?: Snapshot;
  /** USD a month. @default what the stack's own budgets say */
  readonly budgetUsd?: number;
  readonly freeTier?: boolean;
  readonly prices?: Prices;
}

/** An advice with what it is about in each column; 0 where it does not apply. */
export interface AdviceRow extends Omit<Advice, "usd"> {
  readonly usd: readonly number[];
}

/** What all formats show. */
export interface CostReport {
  readonly stack: string;
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  readonly totals: readonly number[];
  /** What each control and option costs. They and `rest` add up to the totals. */
  readonly purposes: readonly Group[];
  /** What the platform could not run without. */
  readonly rest: readonly number[];
  readonly advice: readonly AdviceRow[];
  readonly changes: Changes | undefined;
  readonly budgetProfile: ProfileName;
  readonly breaches: readonly Breach[];
}

const SIDE_BY_SIDE: readonly ProfileName[] = ["baseline", "2000", "10000"];

export function costReport(snapshot: Snapshot, options: CostOptions = {}): CostReport {
  const { users, by = "service", against, budgetUsd, freeTier = false, prices = PRICES } = options;
  const profiles = users === undefined ? SIDE_BY_SIDE : [users];
  const columnsOf = (of: Snapshot) =>
    profiles.map((profile) => columnOf(profile, estimate(of, PROFILES[profile], prices, { freeTier })));
  const columns = columnsOf(snapshot);
  const judged = users ?? budgetProfile(snapshot);
  const groups = groupsOf(columns, by);
  const rows = groups.flatMap((each) => each.rows);
  return {
    stack: snapshot.stack,
    columns,
    groups,
    totals: addUp(groups, columns.length),
    purposes: purposesOf(columns),
    rest: addUp(
      rows.filter(({ purpose }) => purpose === undefined),
      columns.length,
    ),
    advice: adviceRows(
      columns.map(({ profile, estimate: made }) => adviceOn({ snapshot, usage: PROFILES[profile], prices, made })),
    ),
    changes: against === undefined ? undefined : changesOf(columnsOf(against), columns, against.stack, by),
    budgetProfile: judged,
    breaches: breachesOf(estimate(snapshot, PROFILES[judged], prices, { freeTier }), judged, budgetUsd),
  };
}

/** What costs most comes first. */
function purposesOf(columns: readonly Column[]): readonly Group[] {
  const rows = rowsOf(columns, "service").filter(({ purpose }) => purpose !== undefined);
  return [...new Set(rows.map(({ purpose }) => purpose ?? ""))]
    .map((title) => {
      const its = rows.filter(({ purpose }) => purpose === title);
      return { title, usd: addUp(its, columns.length), rows: its };
    })
    .toSorted((a, b) => (b.usd.at(-1) ?? 0) - (a.usd.at(-1) ?? 0) || (a.title < b.title ? -1 : 1));
}

function adviceRows(columns: readonly (readonly Advice[])[]): readonly AdviceRow[] {
  const all = columns.flat();
  return [...new Set(all.map(({ id }) => id))].flatMap((id) => {
    const found = all.findLast((each) => each.id === id);
    const usd = columns.map((advice) => advice.find((each) => each.id === id)?.usd ?? 0);
    return found === undefined ? [] : [{ ...found, usd }];
  });
}
