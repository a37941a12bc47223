import type { Flow, Node } from "../model/model";
import { overlaps, type Rect, type Sheet } from "./drawing";
import { Grid } from "./grid";
import { placeLabel } from "./labels";
import { type Route, route } from "./route";

/** Draws all flows around the boxes, and what they carry on them. */
export function drawArrows(
  sheet: Sheet,
  flows: readonly Flow[],
  places: ReadonlyMap<Node, Rect>,
  obstacles: readonly Rect[],
  page: { readonly width: number; readonly height: number },
): void {
  const zones = sheet.boxes.filter(({ level }) => level !== "node" && level !== "cell");
  const grid = new Grid(page.width, page.height, [...places.values(), ...obstacles], zones);
  const routes: (Route | undefined)[] = [];
  for (const flow of flows) {
    const [from, to] = [places.get(flow.from), places.get(flow.to)];
    const found =
      from && to && route(grid, { from, to, related: relatedTo(flow, flows), zones: strangeTo(from, to, zones) });
    if (found !== undefined) grid.use(routes.length, found.corners);
    routes.push(found);
  }
  const blocked = [...places.values(), ...obstacles];
  for (const [index, { kind }] of flows.entries())
    if (routes[index] !== undefined) sheet.arrows.push({ points: routes[index].points, kind });
  for (const [index, flow] of flows.entries()) {
    const own = routes[index];
    if (own === undefined || flows.slice(0, index).some((each, at) => isSaid(flow, own, each, routes[at]))) continue;
    const others = routes.flatMap((each, at) =>
      each === undefined || at === index || isAlike(flow, flows[at]) ? [] : [each],
    );
    const label = placeLabel(flow, own, {
      blocked: [...blocked, ...sheet.labels],
      others,
      page,
    });
    if (label !== undefined) sheet.labels.push(label);
  }
}

/** Flows that share an end may share a part of the way. */
function relatedTo(flow: Flow, flows: readonly Flow[]): ReadonlySet<number> {
  return new Set(
    flows.flatMap((each, index) =>
      each.from === flow.from || (each.to === flow.to && each.label === flow.label) ? [index] : [],
    ),
  );
}

/** Zones in which neither end is. */
function strangeTo(from: Rect, to: Rect, zones: readonly Rect[]): readonly Rect[] {
  return zones.filter((zone) => !overlaps(zone, from) && !overlaps(zone, to));
}

/** Two arrows that begin or end together and carry the same need one label. */
function isSaid(flow: Flow, own: Route, other: Flow, its: Route | undefined): boolean {
  if (its === undefined || !isAlike(flow, other)) return false;
  const [start, end] = [own.points[0], own.points.at(-1)];
  const [itsStart, itsEnd] = [its.points[0], its.points.at(-1)];
  return (start?.x === itsStart?.x && start?.y === itsStart?.y) || (end?.x === itsEnd?.x && end?.y === itsEnd?.y);
}

function isAlike(flow: Flow, other: Flow | undefined): boolean {
  return other !== undefined && flow.label === other.label && (flow.from === other.from || flow.to === other.to);
}
