import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { numberAt, textAt } from "./fields";
import { Graph } from "./graph";
import { lineKey, SERVICES, type CostLine, type Estimate, type Item } from "./line";
import { PRICES_REGION, type Prices } from "./prices/prices";
import type { Context } from "./rule";
import { FREE } from "./rules/free";
import { RULES } from "./rules/rules";
import type { Usage } from "./usage/usage";

const PREFIX = "aws:";

export interface EstimateOptions {
  /** Takes off what every account has for nothing, for good, as if no other stack used it. @default false */
  readonly freeTier?: boolean;
}

/** What a stack costs in a month, if it is used like that. */
export function estimate(
  snapshot: Snapshot,
  usage: Usage,
  prices: Prices,
  { freeTier = false }: EstimateOptions = {},
): Estimate {
  const graph = new Graph(snapshot);
  const context: Context = { graph, usage, freeTier };
  const found: CostLine[] = [];
  const free: string[] = [];
  const notPriced: string[] = [];
  for (const resource of graph.resources) {
    const type = resource.type.startsWith(PREFIX) ? resource.type.slice(PREFIX.length) : resource.type;
    const items = RULES[type]?.(resource, context);
    if (items !== undefined) found.push(...items.map((item) => lineOf(item, resource, context, prices)));
    else if (FREE.has(type)) free.push(type);
    else notPriced.push(type);
  }
  const lines = merged(found).toSorted(byServiceThenCost);
  return {
    stack: snapshot.stack,
    lines,
    totalUsd: sum(lines),
    byService: totals(lines, ({ service }) => service),
    byComponent: totals(lines, ({ component }) => component.label),
    free: counted(free).map((each) => ({ ...each, why: FREE.get(each.type) ?? "" })),
    notPriced: counted(notPriced),
    budgets: graph.all("budgets/budget:Budget").map((each) => ({
      name: textAt(each, "name") || each.name,
      limitUsd: numberAt(each, "limitAmount", Infinity),
    })),
    notes: regionNotes(snapshot),
  };
}

function lineOf(item: Item, resource: SnapshotResource, { graph }: Context, prices: Prices): CostLine {
  const { usd, per } = prices[item.price];
  return {
    service: item.service,
    component: graph.owner(resource),
    what: item.what,
    quantity: item.quantity,
    unit: per,
    unitUsd: usd,
    monthlyUsd: item.quantity * usd,
    price: item.price,
    resources: [resource.name],
    purpose: item.purpose,
  };
}

/** One line for the same thing of all resources of a component. */
function merged(lines: readonly CostLine[]): readonly CostLine[] {
  const byKey = new Map<string, CostLine>();
  for (const line of lines) {
    const key = lineKey(line);
    const same = byKey.get(key);
    byKey.set(key, same === undefined ? line : together(same, line));
  }
  return [...byKey.values()];
}

const together = (a: CostLine, b: CostLine): CostLine => ({
  ...a,
  quantity: a.quantity + b.quantity,
  monthlyUsd: a.monthlyUsd + b.monthlyUsd,
  resources: [...new Set([...a.resources, ...b.resources])].toSorted(),
});

function byServiceThenCost(a: CostLine, b: CostLine): number {
  const [left, right] = [lineKey(a), lineKey(b)];
  return (
    SERVICES.indexOf(a.service) - SERVICES.indexOf(b.service) ||
    b.monthlyUsd - a.monthlyUsd ||
    (left < right ? -1 : left > right ? 1 : 0)
  );
}

function totals<K>(lines: readonly CostLine[], key: (line: CostLine) => K): ReadonlyMap<K, number> {
  const found = new Map<K, number>();
  for (const line of lines) found.set(key(line), (found.get(key(line)) ?? 0) + line.monthlyUsd);
  return found;
}

function counted(types: readonly string[]): readonly { readonly type: string; readonly count: number }[] {
  return [...new Set(types)].toSorted().map((type) => ({ type, count: types.filter((each) => each === type).length }));
}

/** Other regions cost about the same in the United States, and up to half as much again elsewhere. */
function regionNotes({ resources }: Snapshot): readonly string[] {
  const provider = resources.find(({ type }) => type === "pulumi:providers:aws");
  const region = provider === undefined ? "" : textAt(provider, "region");
  return region === "" || region === PRICES_REGION
    ? []
    : [`The stack is in ${region}; the prices are those of ${PRICES_REGION}.`];
}

const sum = (lines: readonly CostLine[]): number => lines.reduce((total, each) => total + each.monthlyUsd, 0);
