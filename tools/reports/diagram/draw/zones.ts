import type { Node, Tone, Zone } from "../model/model";
import type { Level, Rect, Sheet } from "./drawing";
import { drawNode, nodeHeight } from "./nodeBox";
import { cut, STYLES, widthOf } from "./text";

/** Pixels between a border and what is in it. */
export const PADDING = 12;
/** Where all nodes are, and what else arrows go around. */
export interface Placed {
  readonly places: Map<Node, Rect>;
  readonly obstacles: Rect[];
}

export type LinesOf = (node: Node) => readonly string[];
const NONE: LinesOf = () => [];

/** The heading of a zone: its title, and its note beside it or below. Answers the height it takes. */
export function drawHead(sheet: Sheet, placed: Placed, zone: Head, { x, y, width }: Omit<Rect, "height">): number {
  const inner = width - 2 * PADDING;
  const title = cut(zone.title, inner, STYLES.zone);
  const used = widthOf(title, STYLES.zone);
  const left = x + PADDING;
  sheet.texts.push({ x: left, y: y + 20, width: inner, content: title, style: STYLES.zone });
  const note = zone.note ?? "";
  const beside = inner - used - 10;
  const fits = widthOf(note, STYLES.note) <= beside;
  if (note !== "") {
    const spot = fits ? { x: left + used + 10, y: y + 20, width: beside } : { x: left, y: y + 36, width: inner };
    sheet.texts.push({ ...spot, content: cut(note, spot.width, STYLES.note), style: STYLES.note });
  }
  const height = note === "" || fits ? 30 : 46;
  const wide = fits
    ? used + 10 + widthOf(note, STYLES.note)
    : Math.max(used, Math.min(inner, widthOf(note, STYLES.note)));
  placed.obstacles.push({ x: left, y: y + 6, width: wide, height: height - 8 });
  return height;
}

interface Head {
  readonly title: string;
  readonly note?: string;
}

export interface Rows {
  readonly columns: number;
  readonly gap: Gap;
  readonly linesOf?: LinesOf;
}

interface Gap {
  readonly x: number;
  readonly y: number;
}

/** Draws nodes in rows of equal heights; a row that is not full is spread out. Answers the height of all. */
export function drawRows(
  sheet: Sheet,
  placed: Placed,
  { nodes, tone }: { readonly nodes: readonly Node[]; readonly tone: Tone },
  { x, y, width }: Omit<Rect, "height">,
  { columns, gap, linesOf = NONE }: Rows,
): number {
  const most = Math.max(1, Math.min(columns, nodes.length));
  let top = y;
  for (let index = 0; index < nodes.length; index += most) {
    const row = nodes.slice(index, index + most);
    const each = (width - (row.length - 1) * gap.x) / row.length;
    const height = Math.max(...row.map((node) => nodeHeight(node, each, linesOf(node))));
    for (const [column, node] of row.entries()) {
      const rect = { x: x + column * (each + gap.x), y: top, width: each, height };
      placed.places.set(node, rect);
      drawNode(sheet, node, tone, rect, linesOf(node));
    }
    top += height + gap.y;
  }
  return nodes.length === 0 ? 0 : top - gap.y - y;
}

/** A zone with its nodes. Answers its height. */
export function drawZone(
  sheet: Sheet,
  placed: Placed,
  zone: Zone,
  at: Omit<Rect, "height">,
  rows: Rows,
  level: Level = "zone",
): number {
  const index = sheet.boxes.length;
  const head = drawHead(sheet, placed, zone, at);
  const inner = { x: at.x + PADDING, y: at.y + head, width: at.width - 2 * PADDING };
  const height = head + drawRows(sheet, placed, zone, inner, rows) + PADDING;
  sheet.boxes.splice(index, 0, { ...at, height, level, tone: zone.tone });
  return height;
}
