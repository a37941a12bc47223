import type { Flow } from "../model/model";
import { type Label, overlaps, type Point, type Rect } from "./drawing";
import type { Route } from "./route";
import { STYLES, widthOf, wrap } from "./text";

const PADDING = { x: 4, y: 2 };
/** Pixels that a label may stand beside the middle of an arrow that runs up or down. */
const ASIDE = [0, -12, 12, -20, 20];
/** Widths to try, in pixels: one line, or as many as it needs. */
const WIDTHS = [200, 76, 44];

interface Surroundings {
  readonly blocked: readonly Rect[];
  readonly others: readonly Route[];
  readonly page: { readonly width: number; readonly height: number };
}

/** The best place for a label on its arrow: where it hides neither a box nor another arrow nor a bend of its own. */
export function placeLabel(flow: Flow, own: Route, around: Surroundings): Label | undefined {
  const candidates = WIDTHS.flatMap((most, attempt) => {
    const lines = wrap(flow.label, most, STYLES.label);
    const width = Math.max(...lines.map((each) => widthOf(each, STYLES.label))) + 2 * PADDING.x;
    const height = lines.length * STYLES.label.leading + 2 * PADDING.y;
    if (lines.some((each) => each.endsWith("…"))) return [];
    return spots(own.points, width, height).map(({ middle, penalty }) => ({
      lines,
      kind: flow.kind,
      penalty: penalty + attempt * 3,
      ...{ x: middle.x - width / 2, y: middle.y - height / 2, width, height },
    }));
  });
  const [best] = candidates
    .filter((each) => isFree(each, around))
    .map((each) => ({
      ...each,
      penalty: each.penalty + 12 * around.others.filter((other) => crosses(other, each)).length,
    }))
    .toSorted((a, b) => a.penalty - b.penalty);
  if (best === undefined) return undefined;
  const { x, y, width, height, lines, kind } = best;
  return { x, y, width, height, lines, kind };
}

/** Along every straight part, from its middle outwards. */
function spots(points: readonly Point[], width: number, height: number) {
  return points.flatMap((start, index) => {
    const end = points[index + 1];
    if (end === undefined) return [];
    const length = Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
    const level = start.y === end.y;
    const room = length - (level ? width : height);
    const isLast = index === points.length - 2;
    // Too short a part is hidden whole; the last one has the tip.
    const penalty = (room < 12 ? 8 + Math.max(0, -room) / 4 : 0) + (isLast ? 0.3 : 0) + (level ? 0 : 0.5);
    return [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].flatMap((share) =>
      (level ? [0] : ASIDE.filter((aside) => Math.abs(aside) < width / 2 - 2)).map((aside) => ({
        middle: { x: start.x + (end.x - start.x) * share + aside, y: start.y + (end.y - start.y) * share },
        penalty: penalty + Math.abs(share - 0.5) + Math.abs(aside) / 8,
      })),
    );
  });
}

function isFree(label: Rect, { blocked, page }: Surroundings): boolean {
  const inside =
    label.x >= 4 &&
    label.y >= 4 &&
    label.x + label.width <= page.width - 4 &&
    label.y + label.height <= page.height - 4;
  return inside && !blocked.some((each) => overlaps(label, each, 1));
}

function crosses({ points }: Route, label: Rect): boolean {
  return points.some((start, index) => {
    const end = points[index + 1];
    if (end === undefined) return false;
    const line = {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    };
    return overlaps(label, line);
  });
}
