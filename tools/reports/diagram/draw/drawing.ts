import type { FlowKind, Tone } from "../model/model";
import type { Style } from "./text";

/** Pixels, from the upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Level = "region" | "zone" | "band" | "cell" | "node";

export interface Box extends Rect {
  readonly level: Level;
  readonly tone: Tone | "plain";
}

/** A line of text; `width` is what it may take. `x` is its left end, or its middle if it is centred. */
export interface Text {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  readonly content: string;
  readonly style: Style;
  readonly centred?: boolean;
}

export interface Mark extends Point {
  readonly symbol: "lock" | "shield" | "arrow";
}

export interface Arrow {
  readonly points: readonly Point[];
  readonly kind: FlowKind;
}

/** What an arrow carries, on a ground of its own. */
export interface Label extends Rect {
  readonly kind: FlowKind;
  readonly lines: readonly string[];
}

/** Everything on the page, in pixels, without colours. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly texts: readonly Text[];
  readonly marks: readonly Mark[];
  readonly arrows: readonly Arrow[];
  readonly labels: readonly Label[];
}

/** What parts of a page collect while they are laid out. */
export class Sheet {
  public readonly boxes: Box[] = [];
  public readonly texts: Text[] = [];
  public readonly marks: Mark[] = [];
  public readonly arrows: Arrow[] = [];
  public readonly labels: Label[] = [];
}

export function overlaps(a: Rect, b: Rect, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
