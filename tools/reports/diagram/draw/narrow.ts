import { nodesOf } from "../model/buildModel";
import type { Band, Flow, Model, Node, Zone } from "../model/model";
import { type Drawing, type Rect, Sheet } from "./drawing";
import { drawLegend } from "./legend";
import { drawNetwork } from "./network";
import { STYLES, wrap } from "./text";
import { drawHead, drawZone, type Placed } from "./zones";

const WIDTH = 360;
const MARGIN = 8;
const GAP = { x: 12, y: 10 };
const BETWEEN = 14;

/** For a phone: everything below each other, from the internet to the copies; boxes say in words where they connect to. */
export function narrow(whole: Model): Drawing {
  const model = compact(whole);
  const sheet = new Sheet();
  const placed: Placed = { places: new Map(), obstacles: [] };
  const rows = { columns: 1, gap: GAP, bandGap: BETWEEN, linesOf: (node: Node) => linesOf(node, model) };
  const at = { x: MARGIN, width: WIDTH - 2 * MARGIN };
  let y = drawHeading(sheet, model.title);
  for (const zone of [model.outside, model.edge])
    if (zone.nodes.length > 0) y += drawZone(sheet, placed, zone, { ...at, y }, rows) + BETWEEN;
  y = drawRegion(sheet, placed, model, { ...at, y }, rows);
  for (const zone of [model.operations, ...model.recovery])
    if (zone.nodes.length > 0) y += drawZone(sheet, placed, zone, { ...at, y }, rows) + BETWEEN;
  y += drawLegend(sheet, model, { x: MARGIN + 4, y, width: WIDTH - 2 * MARGIN - 8 }, []) + MARGIN;
  const { boxes, texts, marks, arrows, labels } = sheet;
  return { width: WIDTH, height: y, boxes, texts, marks, arrows, labels };
}

/** The same with the notes of a box on one line, as far as they fit. */
function compact(model: Model): Model {
  const short = new Map(nodesOf(model).map((node) => [node, { ...node, notes: together(node.notes) }]));
  const all = (nodes: readonly Node[]) => nodes.map((node) => short.get(node) ?? node);
  const zone = <T extends Zone>(each: T): T => ({ ...each, nodes: all(each.nodes) });
  const band = (each: Band) => ({
    ...zone(each),
    cells: each.cells.map((cell) => ({ ...cell, nodes: all(cell.nodes) })),
  });
  const { network } = model;
  return {
    ...model,
    outside: zone(model.outside),
    edge: zone(model.edge),
    network: network && { ...network, bands: network.bands.map(band) },
    data: zone(model.data),
    operations: zone(model.operations),
    recovery: model.recovery.map(zone),
    flows: model.flows.map((flow) => ({
      ...flow,
      from: short.get(flow.from) ?? flow.from,
      to: short.get(flow.to) ?? flow.to,
    })),
  };
}

function together(notes: readonly string[]): readonly string[] {
  return notes.length === 0 ? [] : [notes.join(" · ")];
}

function drawHeading(sheet: Sheet, title: string): number {
  let y = 26;
  for (const content of wrap(title, WIDTH - 2 * MARGIN - 8, STYLES.heading)) {
    sheet.texts.push({ x: MARGIN + 4, y, width: WIDTH - 2 * MARGIN - 8, content, style: STYLES.heading });
    y += STYLES.heading.leading;
  }
  return y - 8;
}

/** The region with the VPC and the stores. Answers where it ends. */
function drawRegion(
  sheet: Sheet,
  placed: Placed,
  { region, network, data }: Model,
  at: Omit<Rect, "height">,
  rows: Parameters<typeof drawNetwork>[4],
): number {
  if (network === undefined && data.nodes.length === 0) return at.y;
  const index = sheet.boxes.length;
  const inner = { x: at.x + MARGIN, width: at.width - 2 * MARGIN };
  let y = at.y + drawHead(sheet, placed, { title: `Region ${region}` }, at);
  if (network !== undefined) y += drawNetwork(sheet, placed, network, { ...inner, y }, rows) + BETWEEN;
  if (data.nodes.length > 0) y += drawZone(sheet, placed, data, { ...inner, y }, rows) + BETWEEN;
  y += MARGIN - BETWEEN;
  sheet.boxes.splice(index, 0, { ...at, height: y - at.y, level: "region", tone: "plain" });
  return y + BETWEEN;
}

/** Where a box connects to, each place once. */
function linesOf(node: Node, { flows, recovery }: Model): readonly string[] {
  const isAway = (to: Node) => recovery.some(({ nodes }) => nodes.includes(to));
  const lines = flows
    .filter(({ from }) => from === node)
    .map(({ to, label }: Flow) => `${to.title}${isAway(to) ? " in the second region" : ""}: ${label}`);
  return [...new Set(lines)];
}
