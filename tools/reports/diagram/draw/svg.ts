import { Markup } from "../../../shared/render/markup";
import { drawing as svg, element, pixels } from "../../../shared/render/svg";
import type { FlowKind } from "../model/model";
import type { Arrow, Drawing, Label, Mark, Point } from "./drawing";
import { styleSheet } from "./style";
import { STYLES } from "./text";

const SYMBOLS = {
  lock: "M2 5.5h8v6H2zM4 5.5V3.8a2 2 0 0 1 4 0v1.7",
  shield: "M6 .8 10.5 2.4v3.4c0 2.8-1.9 4.7-4.5 5.9C3.4 10.5 1.5 8.6 1.5 5.8V2.4z",
  arrow: "M1 6h9M7 3l3 3-3 3",
} as const;
const CORNERS = { region: 12, zone: 10, band: 8, cell: 6, node: 6 } as const;
/** How far the tip of an arrow reaches back, in pixels. */
const TIP = 7;
const BEND = 5;

/** A drawing as SVG. All ids begin with `id`, so that several can stand on one page. */
export function toSvg(drawing: Drawing, id: string, title: string, description: string): string {
  const { width, height, boxes, texts, marks, arrows, labels } = drawing;
  const parts = [
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-desc` }, description),
    element("style", {}, new Markup(`\n${styleSheet(id)}\n`)),
    element("rect", { class: "page", width, height }),
    ...boxes.map(({ level, tone, x, y, width: w, height: h }) =>
      element("rect", { class: `${tone} ${level}`, x, y, width: w, height: h, rx: CORNERS[level] }),
    ),
    ...arrows.flatMap(arrowOf),
    ...labels.flatMap(labelOf),
    ...texts.map(({ x, y, content, style, centred }) => textOf(x, y, content, style.name, centred)),
    ...marks.map(markOf),
  ];
  const place = { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) };
  const name = { role: "img", "aria-labelledby": `${id}-title ${id}-desc` };
  return `${svg({ xmlns: "http://www.w3.org/2000/svg", id, ...place, ...name }, parts)}\n`;
}

function arrowOf({ points, kind }: Arrow): readonly Markup[] {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return [];
  const along = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) };
  const back = { x: end.x - along.x * TIP, y: end.y - along.y * TIP };
  const tip = [end, shifted(back, along.y * 3.5, along.x * 3.5), shifted(back, along.y * -3.5, along.x * -3.5)];
  const line = [...points.slice(0, -1), shifted(end, -along.x * 4, -along.y * 4)];
  return [
    element("path", { class: `flow${classOf(kind)}`, d: rounded(line) }),
    element("path", {
      class: `tip${classOf(kind)}`,
      d: `M${tip.map(({ x, y }) => `${pixels(x)} ${pixels(y)}`).join("L")}z`,
    }),
  ];
}

/** A line with round corners. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${pixels(point.x)} ${pixels(point.y)}`;
      if (after === undefined) return `L${pixels(point.x)} ${pixels(point.y)}`;
      const [start, stop] = [towards(point, before), towards(point, after)];
      const bend = `${pixels(point.x)} ${pixels(point.y)} ${pixels(stop.x)} ${pixels(stop.y)}`;
      return `L${pixels(start.x)} ${pixels(start.y)}Q${bend}`;
    })
    .join("");
}

function towards(from: Point, to: Point): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.max(Math.abs(x), Math.abs(y));
  const step = Math.min(BEND, length / 2) / length;
  return shifted(from, x * step, y * step);
}

function shifted({ x, y }: Point, right: number, down: number): Point {
  return { x: x + right, y: y + down };
}

function labelOf({ x, y, width, height, lines, kind }: Label): readonly Markup[] {
  const { leading, size } = STYLES.label;
  const top = y + (height - lines.length * leading) / 2;
  return [
    element("rect", { class: "ground", x, y, width, height, rx: 3 }),
    ...lines.map((each, index) =>
      textOf(x + width / 2, top + leading * (index + 0.5) + size * 0.36, each, `label${classOf(kind)}`, true),
    ),
  ];
}

function textOf(x: number, y: number, content: string, style: string, centred = false): Markup {
  return element("text", { class: style, x, y, "text-anchor": centred ? "middle" : undefined }, content);
}

function markOf({ x, y, symbol }: Mark): Markup {
  return element("path", {
    class: "symbol",
    transform: `translate(${pixels(x)} ${pixels(y)})`,
    d: SYMBOLS[symbol],
  });
}

const classOf = (kind: FlowKind) => (kind === "copy" ? " copy" : "");
