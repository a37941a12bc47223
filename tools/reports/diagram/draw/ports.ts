import type { Point, Rect } from "./drawing";
import { type Grid, STEP } from "./grid";

/** A place where an arrow may leave or reach a box. */
export interface Port {
  /** On the border of the box, in pixels. */
  readonly edge: Point;
  /** The first place of the grid outside of it. */
  readonly x: number;
  readonly y: number;
  /** The way out of the box, as an index of WAYS. */
  readonly way: number;
  /** What using it costs: the middle of a side is best. */
  readonly cost: number;
  /** Whether arrows spread along its side rather than leave together. */
  readonly spread: boolean;
}

/** Pixels at either end of a side that stay free. */
const CORNER = 10;
/** A side longer than this has no middle: arrows spread along it. */
const LONG = 200;

export function portsOf(rect: Rect, grid: Grid): readonly Port[] {
  const { x, y, width, height } = rect;
  const outer = (end: number, forward: boolean) =>
    forward ? Math.floor((end + 4) / STEP) + 1 : Math.ceil((end - 4) / STEP) - 1;
  const across = tracks(x, width).flatMap(({ track, ...rest }) => [
    { edge: { x: track * STEP, y: y + height }, x: track, y: outer(y + height, true), way: 1, ...rest },
    { edge: { x: track * STEP, y }, x: track, y: outer(y, false), way: 3, ...rest },
  ]);
  const down = tracks(y, height).flatMap(({ track, ...rest }) => [
    { edge: { x: x + width, y: track * STEP }, x: outer(x + width, true), y: track, way: 0, ...rest },
    { edge: { x, y: track * STEP }, x: outer(x, false), y: track, way: 2, ...rest },
  ]);
  return [...down, ...across].filter((each) => grid.isFree(each.x, each.y));
}

function tracks(
  start: number,
  length: number,
): readonly (Pick<Port, "cost" | "spread"> & { readonly track: number })[] {
  const found = [];
  const spread = length > LONG;
  for (let track = Math.ceil((start + CORNER) / STEP); track * STEP <= start + length - CORNER; track++) {
    const off = Math.abs(track * STEP - start - length / 2);
    found.push({ track, cost: spread ? 0 : off / STEP, spread });
  }
  return found;
}
