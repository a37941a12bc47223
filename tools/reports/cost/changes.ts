import { addUp, rowsOf, type Column, type Grouping, type Row } from "./table";

/** What another plan or state costs differently. */
export interface Changes {
  readonly against: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** `usd` is after minus before. What grows most comes first. */
  readonly rows: readonly Change[];
}

export interface Change extends Row {
  readonly how: "new" | "gone" | "changed";
}

/** A cent is where two amounts begin to differ. */
const CENT = 0.005;

export function changesOf(before: readonly Column[], after: readonly Column[], against: string, by: Grouping): Changes {
  const [old, now] = [rowsOf(before, by), rowsOf(after, by)];
  const keyOf = ({ service, component, what, unit, purpose = "" }: Row) =>
    [service, component, what, unit, purpose].join("|");
  const [byOld, byNow] = [
    new Map(old.map((each) => [keyOf(each), each])),
    new Map(now.map((each) => [keyOf(each), each])),
  ];
  const zero = after.map(() => 0);
  const rows = [...new Set([...byOld.keys(), ...byNow.keys()])].flatMap((key): readonly Change[] => {
    const [was, is] = [byOld.get(key), byNow.get(key)];
    const row = is ?? was;
    if (row === undefined) return [];
    const less = (a: readonly number[] = zero, b: readonly number[] = zero) =>
      a.map((each, index) => each - (b[index] ?? 0));
    const how = was === undefined ? "new" : is === undefined ? "gone" : "changed";
    return [{ ...row, how, usd: less(is?.usd, was?.usd), quantities: less(is?.quantities, was?.quantities) }];
  });
  return {
    against,
    before: addUp(old, before.length),
    after: addUp(now, after.length),
    rows: rows.filter(({ usd }) => usd.some((each) => Math.abs(each) >= CENT)).toSorted(byGrowth),
  };
}

function byGrowth(a: Change, b: Change): number {
  const name = ({ service, component, what, purpose }: Change) => `${service} ${component} ${what} ${purpose ?? ""}`;
  return (b.usd.at(-1) ?? 0) - (a.usd.at(-1) ?? 0) || (name(a) < name(b) ? -1 : 1);
}
