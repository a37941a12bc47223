import type { DeployTime } from "../deployTime";
import { labelOf } from "../label";
import { groupsOf, type Bar } from "./chart";

/** Pixels. A character of a bold sans-serif is narrower than 0.62 of its size on average. */
const FONT = 12;
const CHARACTER = FONT * 0.62;
const EDGE = 8;
/** Under this, names stand above the bars. */
const NARROW = 600;

export interface Row {
  readonly bar: Bar;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly barY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly edge: number;
  readonly barHeight: number;
  /** Where the marks of the axis begin, end, and have their text. */
  readonly axis: { readonly top: number; readonly bottom: number; readonly text: number; readonly atMost: number };
  readonly legend: readonly { readonly x: number; readonly y: number }[];
  readonly groups: readonly { readonly name: string; readonly y: number; readonly rows: readonly Row[] }[];
  /** The pixel of a moment. */
  readonly x: (seconds: number) => number;
}

/** Where everything goes. What stands behind a bar has a margin of its own, so no two texts can meet. */
export function layoutOf(time: DeployTime, width: number): Layout {
  const narrow = width < NARROW;
  const names = narrow ? EDGE : Math.round(width * 0.34);
  const behind = narrow ? 84 : 110;
  const scale = (width - names - behind) / Math.max(1, time.total.typical);
  const legend = narrow
    ? [0, 1, 2].map((line) => ({ x: EDGE, y: 18 + line * 18 }))
    : [EDGE, 190, 440].map((x) => ({ x, y: 18 }));
  const text = narrow ? 84 : 48;
  const [header, line] = narrow ? [30, 40] : [30, 24];

  let y = text + 8;
  const groups = groupsOf(time).map(({ name, bars }) => {
    const top = y;
    y += header;
    const rows = bars.map((bar): Row => {
      const at = y;
      y += line;
      const room = narrow ? width - 3 * EDGE : names - 3 * EDGE;
      const label = fitted(labelOf({ name: bar.resource.name, type: bar.resource.key }), room);
      return { bar, label, labelX: 2 * EDGE, labelY: at + (narrow ? 12 : 16), barY: at + (narrow ? 18 : 5) };
    });
    return { name: fitted(name, width - 2 * EDGE), y: top + 20, rows };
  });

  return {
    width,
    height: y + EDGE,
    fontSize: FONT,
    edge: EDGE,
    barHeight: 14,
    axis: { top: text + 6, bottom: y, text, atMost: narrow ? 4 : 10 },
    legend,
    groups,
    x: (seconds) => Math.round((names + seconds * scale) * 10) / 10,
  };
}

/** Cut where it would leave its room. */
export function fitted(text: string, pixels: number): string {
  const most = Math.floor(pixels / CHARACTER);
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1))}…`;
}
