import { addUp, groupsOf, type Column } from "../table";
import { Markup } from "../../../shared/render/markup";
import { drawing, element } from "../../../shared/render/svg";
import { dollars } from "./money";

/** Sizes in units of the view box: narrow, so that letters keep a readable size on a phone. */
const WIDTH = 480;
const WIDEST_PX = 640;
const LABELS = 116;
const AMOUNTS = 46;
const BAR = 12;
const GAP = 2;
const BETWEEN = 12;
const TOP = 34;
/** Digits and letters of 12 units are this wide at most; keeps the legend apart. */
const LETTER = 7.5;
const SWATCH = 12;

/** Colours that keep their distance in both schemes and to people who see few colours. */
const STYLE = `
.cost-chart { font: 12px system-ui, sans-serif; max-width: ${WIDEST_PX}px; width: 100%; height: auto; }
.cost-chart text { fill: #1f2328; }
.cost-chart .axis { stroke: #8c959f; }
.cost-chart .bar-0 { fill: #54aeff; }
.cost-chart .bar-1 { fill: #0969da; }
.cost-chart .bar-2 { fill: #0a3069; }
@media (prefers-color-scheme: dark) {
  .cost-chart text { fill: #e6edf3; }
  .cost-chart .axis { stroke: #6e7681; }
  .cost-chart .bar-0 { fill: #1158c7; }
  .cost-chart .bar-1 { fill: #58a6ff; }
  .cost-chart .bar-2 { fill: #cae8ff; }
}`;

/** Bars of each service, one for each profile (three at most): an image that can stand in a page or alone. */
export function costChart(columns: readonly Column[]): string {
  const groups = groupsOf(columns, "service").filter(({ usd }) => Math.max(...usd) >= 0.5);
  const most = Math.max(1, ...groups.flatMap(({ usd }) => usd));
  const step = columns.length * (BAR + GAP) + BETWEEN;
  const height = TOP + groups.length * step;
  const totals = addUp(groups, columns.length).map((each, index) => `${columns[index]?.title ?? ""} ${dollars(each)}`);
  const bars = groups.flatMap(({ title, usd }, row) => {
    const top = TOP + row * step;
    const middle = top + (columns.length * (BAR + GAP) - GAP) / 2;
    return [
      text(LABELS - 8, middle + 4, title, "end"),
      ...usd.flatMap((each, index) => bar(top + index * (BAR + GAP), (each / most) * room, each, index)),
    ];
  });
  const label = `Monthly cost by service in USD: ${totals.join(", ")}`;
  return drawing(
    {
      class: "cost-chart",
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      "aria-label": label,
    },
    [
      element("style", {}, new Markup(STYLE)),
      ...legend(columns),
      element("line", { class: "axis", x1: LABELS, y1: TOP - 4, x2: LABELS, y2: height - BETWEEN + 4 }),
      ...bars,
    ],
  );
}

const room = WIDTH - LABELS - AMOUNTS;

function bar(y: number, width: number, usd: number, index: number): readonly Markup[] {
  return [
    element("rect", { class: `bar-${index}`, x: LABELS, y, width, height: BAR }),
    text(LABELS + width + 5, y + BAR - 2, dollars(usd), "start"),
  ];
}

function text(x: number, y: number, words: string, anchor: "start" | "end"): Markup {
  return element("text", { x, y, "text-anchor": anchor }, words);
}

function legend(columns: readonly Column[]): readonly Markup[] {
  const widths = columns.map(({ title }) => SWATCH + 6 + title.length * LETTER + 20);
  return columns.flatMap(({ title }, index) => {
    const x = LABELS + widths.slice(0, index).reduce((sum, each) => sum + each, 0);
    return [
      element("rect", { class: `bar-${index}`, x, y: 6, width: SWATCH, height: SWATCH }),
      text(x + SWATCH + 6, 16, title, "start"),
    ];
  });
}
