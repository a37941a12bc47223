import type { Point, Rect } from "./drawing";
import { type Grid, STEP, WAYS } from "./grid";
import { Heap } from "./heap";
import { type Port, portsOf } from "./ports";

/** What a path costs, in steps of the grid. */
const COSTS = { bend: 8, crossing: 10, beside: 1.5, shared: 0.2, border: 4, strange: 2, port: 14 };

/** Before the first place of a way. */
const NOWHERE = -1;

export interface Request {
  readonly from: Rect;
  readonly to: Rect;
  /** Arrows whose way it may share. */
  readonly related: ReadonlySet<number>;
  /** Zones that it should not pass through. */
  readonly zones: readonly Rect[];
}

/** An arrow on the grid: its corners on the page, and those on the grid. */
export interface Route {
  readonly points: readonly Point[];
  readonly corners: readonly Point[];
}

/**
 * The cheapest way from one box to another around all others (A*): short, with few bends and crossings, never along
 * an arrow that has neither end in common. Undefined if everything is walled up.
 */
export function route(grid: Grid, { from, to, related, zones }: Request): Route | undefined {
  const ends = new Map(portsOf(to, grid).map((port) => [grid.index(port.x, port.y) * 4 + ((port.way + 2) % 4), port]));
  const starts = new Map(portsOf(from, grid).map((port) => [grid.index(port.x, port.y) * 4 + port.way, port]));
  const cost = new Float64Array(grid.columns * grid.rows * 4).fill(Infinity);
  const before = new Int32Array(cost.length).fill(NOWHERE);
  const heap = new Heap();
  const distance = (x: number, y: number) =>
    Math.max(0, to.x / STEP - x, x - (to.x + to.width) / STEP) +
    Math.max(0, to.y / STEP - y, y - (to.y + to.height) / STEP);
  const strange = (x: number, y: number) =>
    zones.some((each) => contains(each, x * STEP, y * STEP)) ? COSTS.strange : 0;
  const reach = (state: number, price: number, previous: number) => {
    if (price >= (cost[state] ?? Infinity)) return;
    cost[state] = price;
    before[state] = previous;
    const place = state >> 2;
    heap.push(state, price + distance(place % grid.columns, Math.floor(place / grid.columns)));
  };
  for (const [state, price] of openings(grid, starts, related)) reach(state, price, NOWHERE);
  let best: { readonly state: number; readonly price: number } | undefined;
  while (heap.size > 0) {
    const state = heap.pop() ?? 0;
    const price = cost[state] ?? 0;
    const [x, y, way] = placeOf(grid, state);
    if (best !== undefined && price + distance(x, y) >= best.price) continue;
    const port = ends.get(state);
    if (port !== undefined && price + port.cost < (best?.price ?? Infinity)) best = { state, price: price + port.cost };
    for (const next of [way, (way + 1) % 4, (way + 3) % 4]) {
      const ahead = WAYS[next] ?? WAYS[0];
      const [nx, ny] = [x + ahead.x, y + ahead.y];
      if (!grid.isFree(nx, ny) || taken(grid, x, y, next, related) || taken(grid, nx, ny, next, related)) continue;
      const bend = next === way ? 0 : COSTS.bend;
      reach(
        grid.index(nx, ny) * 4 + next,
        price + bend + stepCost(grid, nx, ny, next, related) + strange(nx, ny),
        state,
      );
    }
  }
  if (best === undefined) return undefined;
  return traced(grid, best.state, before, starts, ends);
}

/** Where an arrow may begin, and what that costs: together with another of the same box, if there is one. */
function openings(grid: Grid, starts: ReadonlyMap<number, Port>, related: ReadonlySet<number>) {
  const open = [...starts].filter(([, { x, y, way }]) => !taken(grid, x, y, way, related));
  const isShared = ({ x, y, way }: Port) => grid.along(grid.index(x, y), way % 2) !== undefined;
  const hasShared = open.some(([, port]) => isShared(port));
  return open.map(([state, port]) => {
    const alone = hasShared && !port.spread && !isShared(port);
    return [state, port.cost + (alone ? COSTS.port : 0)] as const;
  });
}

/** Whether a stranger runs along there. */
function taken(grid: Grid, x: number, y: number, way: number, related: ReadonlySet<number>): boolean {
  const there = grid.along(grid.index(x, y), way % 2);
  return there !== undefined && [...there].some((each) => !related.has(each));
}

function stepCost(grid: Grid, x: number, y: number, way: number, related: ReadonlySet<number>): number {
  const here = grid.index(x, y);
  const [along, across] = [grid.along(here, way % 2), grid.along(here, 1 - (way % 2))];
  const aside = way % 2 === 0 ? grid.columns : 1;
  const besides = [here - aside, here + aside].filter((each) => grid.along(each, way % 2) !== undefined).length;
  const strangers = across === undefined ? 0 : [...across].filter((each) => !related.has(each)).length;
  const border = grid.isBorder(here, way % 2) ? COSTS.border : 0;
  return (along === undefined ? 1 : COSTS.shared) + strangers * COSTS.crossing + besides * COSTS.beside + border;
}

function contains({ x, y, width, height }: Rect, left: number, top: number): boolean {
  return left > x && left < x + width && top > y && top < y + height;
}

function placeOf(grid: Grid, state: number): readonly [x: number, y: number, way: number] {
  const place = state >> 2;
  return [place % grid.columns, Math.floor(place / grid.columns), state % 4];
}

function traced(
  grid: Grid,
  last: number,
  before: Int32Array,
  starts: ReadonlyMap<number, { readonly edge: Point }>,
  ends: ReadonlyMap<number, { readonly edge: Point }>,
): Route {
  const states = [last];
  for (let state = before[last] ?? NOWHERE; state !== NOWHERE; state = before[state] ?? NOWHERE) states.unshift(state);
  const places = states.map((state) => {
    const [x, y] = placeOf(grid, state);
    return { x, y };
  });
  const corners = places.filter((each, index) => !isStraight(places[index - 1], each, places[index + 1]));
  const middle = corners.map(({ x, y }) => ({ x: x * STEP, y: y * STEP }));
  const edges = [starts.get(states[0] ?? 0)?.edge, ends.get(last)?.edge];
  const points = [edges[0], ...middle, edges[1]].filter((each) => each !== undefined);
  return { points: points.filter((each, index) => !isStraight(points[index - 1], each, points[index + 1])), corners };
}

function isStraight(a: Point | undefined, b: Point, c: Point | undefined): boolean {
  return a !== undefined && c !== undefined && ((a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y));
}
