import type { Band, Cell, Network, Tone } from "../model/model";
import type { Rect, Sheet } from "./drawing";
import { drawNode, nodeHeight } from "./nodeBox";
import { STYLES, widthOf } from "./text";
import { drawHead, drawRows, PADDING, type Placed, type Rows } from "./zones";

/** Pixels above and beside what is in a subnet. */
const CELL = { x: 8, head: 24, foot: 8, gap: 24 };

/** The VPC: a band for each kind of subnets, a column for each availability zone. Answers its height. */
export function drawNetwork(
  sheet: Sheet,
  placed: Placed,
  network: Network,
  at: Omit<Rect, "height">,
  rows: Rows & { readonly bandGap: number },
): number {
  const index = sheet.boxes.length;
  let y = at.y + drawHead(sheet, placed, network, at);
  for (const band of network.bands)
    y += drawBand(sheet, placed, band, { x: at.x + PADDING, y, width: at.width - 2 * PADDING }, rows) + rows.bandGap;
  const height = y - rows.bandGap + PADDING - at.y;
  sheet.boxes.splice(index, 0, { ...at, height, level: "zone", tone: "plain" });
  return height;
}

function drawBand(sheet: Sheet, placed: Placed, band: Band, at: Omit<Rect, "height">, rows: Rows): number {
  const index = sheet.boxes.length;
  const inner = { x: at.x + PADDING, width: at.width - 2 * PADDING };
  let y = at.y + drawHead(sheet, placed, band, at);
  y += drawCells(sheet, placed, band, { ...inner, y }, rows);
  if (band.nodes.length > 0) y += rows.gap.y + drawRows(sheet, placed, band, { ...inner, y: y + rows.gap.y }, rows);
  const height = y + PADDING - at.y;
  sheet.boxes.splice(index, 0, { ...at, height, level: "band", tone: band.tone });
  return height;
}

/** Subnets side by side, as far as their names fit; then below each other. */
function drawCells(sheet: Sheet, placed: Placed, band: Band, at: Omit<Rect, "height">, rows: Rows): number {
  const need = Math.max(...band.cells.map(({ title, note }) => headWidth(title, note))) + 2 * CELL.x;
  const most = Math.max(1, Math.min(band.cells.length, Math.floor((at.width + CELL.gap) / (need + CELL.gap))));
  const width = (at.width - (most - 1) * CELL.gap) / most;
  let y = at.y;
  for (let index = 0; index < band.cells.length; index += most) {
    const row = band.cells.slice(index, index + most);
    const height = Math.max(...row.map((cell) => cellHeight(cell, width, rows)));
    for (const [column, cell] of row.entries())
      drawCell(sheet, placed, cell, band.tone, { x: at.x + column * (width + CELL.gap), y, width, height }, rows);
    y += height + rows.gap.y;
  }
  return y - rows.gap.y - at.y;
}

function drawCell(sheet: Sheet, placed: Placed, cell: Cell, tone: Tone, rect: Rect, { linesOf }: Rows): void {
  sheet.boxes.push({ ...rect, level: "cell", tone });
  const used = widthOf(cell.title, STYLES.note);
  const [x, y] = [rect.x + CELL.x, rect.y + 16];
  sheet.texts.push({ x, y, width: used, content: cell.title, style: STYLES.note });
  sheet.texts.push({
    x: x + used + CELL.x,
    y,
    width: rect.width - used - 3 * CELL.x,
    content: cell.note,
    style: STYLES.note,
  });
  placed.obstacles.push({ x: rect.x, y: rect.y, width: headWidth(cell.title, cell.note) + CELL.x, height: 20 });
  let top = rect.y + CELL.head;
  for (const node of cell.nodes) {
    const lines = linesOf?.(node) ?? [];
    const width = rect.width - 2 * CELL.x;
    const place = { x, y: top, width, height: nodeHeight(node, width, lines) };
    placed.places.set(node, place);
    drawNode(sheet, node, tone, place, lines);
    top += place.height + CELL.foot;
  }
}

function cellHeight({ nodes }: Cell, width: number, { linesOf }: Rows): number {
  const tall = nodes.map((node) => nodeHeight(node, width - 2 * CELL.x, linesOf?.(node) ?? []) + CELL.foot);
  return CELL.head + tall.reduce((sum, each) => sum + each, 0);
}

function headWidth(title: string, note: string): number {
  return widthOf(title, STYLES.note) + CELL.x + widthOf(note, STYLES.note);
}
