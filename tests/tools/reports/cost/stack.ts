import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../shared/snapshot/plan";
import { estimate, type EstimateOptions } from "../../../../tools/reports/cost/estimate";
import { PRICES } from "../../../../tools/reports/cost/prices/prices";
import { PROFILES, type Usage } from "../../../../tools/reports/cost/usage/usage";

/** A resource of a stack; `refers` has the names of those that a property takes its value from. */
export interface Part {
  readonly type: string;
  readonly name: string;
  readonly inputs?: object;
  readonly refers?: Readonly<Record<string, readonly string[]>>;
  readonly parent?: string;
  readonly custom?: boolean;
  readonly external?: boolean;
}

/** `type` without `aws:` if it is one of AWS. */
export const part = (type: string, name: string, inputs: object = {}, refers: Part["refers"] = {}): Part => ({
  type: type.includes(":") && !/^[a-z0-9]+\//.test(type) ? type : `aws:${type}`,
  name,
  inputs,
  refers,
});

/** As `pulumi stack export` writes it. */
export function exportOf(parts: readonly Part[]): string {
  const urns = new Map(parts.map(({ type, name }) => [name, given.urnOf(type, name)]));
  return given.exported(
    given.stackState,
    ...parts.map(({ type, name, inputs = {}, refers = {}, parent, ...more }) => ({
      ...given.state(type, name, { inputs, ...more }),
      parent: parent === undefined ? given.ROOT : urns.get(parent),
      propertyDependencies: Object.fromEntries(
        Object.entries(refers).map(([property, names]) => [property, names.flatMap((each) => urns.get(each) ?? [])]),
      ),
    })),
  );
}

export const stackOf = (...parts: readonly Part[]) => readSnapshot(exportOf(parts));

/** What a stack costs at 2,000 users, or with other figures. */
export const costOf = (parts: readonly Part[], usage: Partial<Usage> = {}, options: EstimateOptions = {}) =>
  estimate(stackOf(...parts), { ...PROFILES["2000"], ...usage }, PRICES, options);

/** USD of the lines with that text, or of everything. */
export function usd({ lines }: ReturnType<typeof costOf>, what?: string): number {
  const found = lines.filter((each) => what === undefined || each.what === what);
  return Math.round(100 * found.reduce((sum, each) => sum + each.monthlyUsd, 0)) / 100;
}
