import type { Model, Network } from "../model/model";
import { drawArrows } from "./arrows";
import { type Drawing, type Rect, Sheet } from "./drawing";
import { drawLegend } from "./legend";
import { drawNetwork } from "./network";
import { drawNode } from "./nodeBox";
import { STYLES } from "./text";
import { drawHead, drawZone, PADDING, type Placed } from "./zones";

const WIDTH = 1240;
const MARGIN = 12;
const TOP = 44;
const OUTSIDE = { x: MARGIN, width: 136 };
const EDGE = { x: 228, width: 188 };
const REGION = { x: 480, width: WIDTH - MARGIN - 480 };
const NETWORK = { x: 496, width: 444 };
const DATA = { x: 1004, width: 180 };
/** Room for arrows that pass above the VPC, below the name of the region. */
const LANE = 36;
const BAND_GAP = { least: 24, most: 64 };
/** With room for a label on an arrow between two boxes. */
const TALL_GAP = { x: 60, y: 36 };
const GAP = { x: 60, y: 24 };
/** Between zones that lie below each other. */
const BELOW = 44;

/** For a window of 1280 pixels: from the internet on the left to the stores on the right; operations and copies below. */
export function wide(model: Model): Drawing {
  const sheet = new Sheet();
  const placed: Placed = { places: new Map(), obstacles: [] };
  sheet.texts.push({ x: MARGIN, y: 26, width: WIDTH - 2 * MARGIN, content: model.title, style: STYLES.heading });
  const lowest = Math.max(drawLeft(sheet, placed, model), drawRight(sheet, placed, model));
  const legend = drawLegend(sheet, model, { x: MARGIN + 4, y: lowest + 24, width: WIDTH - 2 * MARGIN - 8 }, [
    "traffic",
    "copy",
  ]);
  const height = lowest + 24 + legend + MARGIN;
  const heading = { x: 0, y: 0, width: WIDTH, height: TOP - 12 };
  const key = { x: 0, y: lowest + 16, width: WIDTH, height: height - lowest - 16 };
  drawArrows(sheet, model.flows, placed.places, [...placed.obstacles, heading, key], { width: WIDTH, height });
  const { boxes, texts, marks, arrows, labels } = sheet;
  return { width: WIDTH, height, boxes, texts, marks, arrows, labels };
}

/** The internet and the edge side by side, operations below. Answers where they end. */
function drawLeft(sheet: Sheet, placed: Placed, { outside, edge, operations }: Model): number {
  let y = TOP;
  if (edge.nodes.length + outside.nodes.length > 0) {
    const height =
      edge.nodes.length === 0 ? 0 : drawZone(sheet, placed, edge, { ...EDGE, y }, { columns: 1, gap: TALL_GAP });
    const tall = Math.max(height, 260) + (outside.nodes.length > 1 ? 80 : 0);
    if (outside.nodes.length > 0) drawOutside(sheet, placed, outside, { ...OUTSIDE, y, height: tall });
    y += tall + BELOW;
  }
  if (operations.nodes.length === 0) return y;
  const width = EDGE.x + EDGE.width - MARGIN;
  return y + drawZone(sheet, placed, operations, { x: MARGIN, y, width }, { columns: 2, gap: TALL_GAP });
}

/** The browsers are as tall as the edge, so that arrows between them are straight. */
function drawOutside(sheet: Sheet, placed: Placed, zone: Model["outside"], rect: Rect): void {
  sheet.boxes.push({ ...rect, level: "zone", tone: zone.tone });
  const head = drawHead(sheet, placed, zone, rect);
  const [x, width] = [rect.x + PADDING, rect.width - 2 * PADDING];
  const last = zone.nodes.length > 1 ? 90 : 0;
  let y = rect.y + head;
  for (const [index, node] of zone.nodes.entries()) {
    const height = index === 0 ? rect.height - head - PADDING - (last === 0 ? 0 : last + 24) : last;
    const place = { x, y, width, height };
    placed.places.set(node, place);
    drawNode(sheet, node, zone.tone, place);
    y += height + 24;
  }
}

/** The region with the VPC and the stores, and regions for copies below. Answers where they end. */
function drawRight(sheet: Sheet, placed: Placed, { region, network, data, recovery }: Model): number {
  const index = sheet.boxes.length;
  let y = TOP + drawHead(sheet, placed, { title: `Region ${region}` }, { ...REGION, y: TOP });
  if (network !== undefined) y += LANE;
  const beside = network === undefined ? { x: NETWORK.x, width: REGION.width - 2 * (NETWORK.x - REGION.x) } : DATA;
  const stores = { columns: network === undefined ? 3 : 1, gap: { x: 24, y: 16 } };
  const right = data.nodes.length === 0 ? 0 : drawZone(sheet, placed, data, { ...beside, y }, stores);
  const left = network === undefined ? 0 : drawStretched(sheet, placed, network, { ...NETWORK, y }, right);
  y += Math.max(left, right) + 16;
  if (left + right === 0) return TOP;
  sheet.boxes.splice(index, 0, { ...REGION, y: TOP, height: y - TOP, level: "region", tone: "plain" });
  for (const zone of recovery)
    y +=
      BELOW +
      drawZone(sheet, placed, zone, { ...REGION, y: y + BELOW }, { columns: 4, gap: { x: 24, y: 24 } }, "region");
  return y;
}

/** The VPC, its bands as far apart as the stores beside it are tall. */
function drawStretched(
  sheet: Sheet,
  placed: Placed,
  network: Network,
  at: Omit<Rect, "height">,
  height: number,
): number {
  const rows = { columns: 2, gap: GAP, bandGap: BAND_GAP.least };
  const needed = drawNetwork(new Sheet(), { places: new Map(), obstacles: [] }, network, at, rows);
  const more = Math.max(0, height - needed) / Math.max(1, network.bands.length - 1);
  return drawNetwork(sheet, placed, network, at, { ...rows, bandGap: Math.min(BAND_GAP.most, BAND_GAP.least + more) });
}
