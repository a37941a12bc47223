import type { Point, Rect } from "./drawing";

/** Pixels between two tracks that arrows may run on. */
export const STEP = 8;
/** How near a track may come to a box, in pixels. */
const CLEARANCE = 4;

/** Four ways to go: right, down, left, up. */
export const WAYS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** The tracks of a page, with what is in the way and which arrows run where. */
export class Grid {
  public readonly columns: number;
  public readonly rows: number;
  private readonly blocked: Uint8Array;
  /** Arrows by place: those that run across, and those that run up or down. */
  private readonly used: readonly [Map<number, Set<number>>, Map<number, Set<number>>] = [new Map(), new Map()];

  /** Places where an arrow would run on a border: across, and up or down. */
  private readonly borders: readonly [Set<number>, Set<number>] = [new Set(), new Set()];

  constructor(width: number, height: number, obstacles: readonly Rect[], zones: readonly Rect[]) {
    this.columns = Math.floor(width / STEP);
    this.rows = Math.floor(height / STEP);
    this.blocked = new Uint8Array(this.columns * this.rows);
    for (const each of obstacles) this.block(each);
    for (const each of zones) this.border(each);
  }

  public isBorder(index: number, axis: number): boolean {
    return this.borders[axis === 0 ? 0 : 1].has(index);
  }

  private border({ x, y, width, height }: Rect): void {
    const near = (line: number) => [Math.floor(line / STEP), Math.ceil(line / STEP)];
    const between = (start: number, length: number) =>
      Array.from({ length: Math.ceil(length / STEP) + 1 }, (_, index) => Math.floor(start / STEP) + index);
    for (const row of [...near(y), ...near(y + height)])
      for (const column of between(x, width)) this.borders[0].add(this.index(column, row));
    for (const column of [...near(x), ...near(x + width)])
      for (const row of between(y, height)) this.borders[1].add(this.index(column, row));
  }

  private block(rect: Rect): void {
    const [left, top] = [Math.ceil((rect.x - CLEARANCE) / STEP), Math.ceil((rect.y - CLEARANCE) / STEP)];
    for (let y = top; y * STEP <= rect.y + rect.height + CLEARANCE; y++)
      for (let x = left; x * STEP <= rect.x + rect.width + CLEARANCE; x++)
        if (this.isInside(x, y)) this.blocked[this.index(x, y)] = 1;
  }

  public isFree(x: number, y: number): boolean {
    return this.isInside(x, y) && this.blocked[this.index(x, y)] === 0;
  }

  public index(x: number, y: number): number {
    return y * this.columns + x;
  }

  /** Which arrows pass a place along a way: 0 across, 1 up or down. */
  public along(index: number, axis: number): ReadonlySet<number> | undefined {
    return this.used[axis === 0 ? 0 : 1].get(index);
  }

  /** Remembers an arrow that runs through these corners. */
  public use(arrow: number, corners: readonly Point[]): void {
    for (const [index, corner] of corners.entries()) {
      const next = corners[index + 1];
      if (next === undefined) continue;
      const axis = corner.y === next.y ? 0 : 1;
      const way = { x: Math.sign(next.x - corner.x), y: Math.sign(next.y - corner.y) };
      let [x, y] = [corner.x, corner.y];
      for (;;) {
        const place = this.index(x, y);
        this.used[axis].set(place, (this.used[axis].get(place) ?? new Set()).add(arrow));
        if (x === next.x && y === next.y) break;
        x += way.x;
        y += way.y;
      }
    }
  }

  private isInside(x: number, y: number): boolean {
    return x > 0 && y > 0 && x < this.columns && y < this.rows;
  }
}
