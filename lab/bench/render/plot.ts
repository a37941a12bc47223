import { escapeMarkup } from "../../../tools/shared/markup";
import { COPIES, measured, type Report } from "../report";

/** Pixels. */
const [WIDTH, HEIGHT, FONT] = [720, 400, 13];
const FRAME = { left: 70, right: 40, top: 64, bottom: 62 };

/** Readable on white and on a dark page. */
const SERIES = [
  { name: "CPU, all processes", of: "cpuSeconds", colour: "#c2410c" },
  { name: "time", of: "wallSeconds", colour: "#2563eb" },
] as const;
const GREY = "#808080";

interface Point {
  readonly copies: number;
  readonly resources: number;
  /** Beyond what a program takes that makes nothing. */
  readonly seconds: number;
}

type Line = (typeof SERIES)[number] & { readonly points: readonly Point[] };

/**
 * The growth, both axes logarithmic: equal steps are equal factors, so whatever grows with the number of resources is
 * parallel to the dashed lines. Undefined if it was not measured.
 */
export function growthPlot(report: Report): string | undefined {
  const lines = SERIES.map((series): Line => ({ ...series, points: pointsOf(report, series.of) })).filter(
    ({ points }) => points.length > 1,
  );
  const points = lines.flatMap((line) => line.points);
  const [first] = points;
  if (first === undefined) return undefined;
  const most = Math.max(...points.map(({ copies }) => copies));
  const top = Math.max(
    ...lines.flatMap((line) => [...line.points.map(({ seconds }) => seconds), straight(line, most)]),
  );
  const x = logarithmic(1, most, FRAME.left + 30, WIDTH - FRAME.right - 30);
  const [low, high] = decades(Math.min(...points.map(({ seconds }) => seconds)), top);
  const y = logarithmic(low, high, HEIGHT - FRAME.bottom, FRAME.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="${FONT}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeMarkup(titleOf(lines))}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...legend(lines),
    ...ticks(low, high).flatMap((tick) => [
      `<path d="M${FRAME.left} ${at(y(tick))}H${WIDTH - FRAME.right}" stroke="${GREY}" stroke-opacity=".3"/>`,
      label({ x: FRAME.left - 8, y: y(tick) + 4, anchor: "end", text: `${tick} s` }),
    ]),
    ...(lines[0]?.points ?? []).flatMap(({ copies, resources }) => [
      label({ x: x(copies), y: HEIGHT - FRAME.bottom + 22, anchor: "middle", text: `${copies} x` }),
      label({ x: x(copies), y: HEIGHT - FRAME.bottom + 40, anchor: "middle", text: `${resources} resources` }),
    ]),
    ...lines.flatMap((line) => drawn(line, lines, x, y)),
    "</svg>\n",
  ].join("\n");
}

function pointsOf(report: Report, of: Line["of"]): readonly Point[] {
  const nothing = measured(report, "growth-0")?.[of];
  return COPIES.flatMap((copies) => {
    const one = measured(report, `growth-${copies}`);
    const seconds = nothing === undefined ? undefined : (one?.[of] ?? NaN) - nothing;
    // Nothing to show of what is not more than nothing: a logarithm has no place for it.
    if (copies === 0 || one?.resources === undefined || seconds === undefined || !(seconds > 0)) return [];
    return [{ copies, resources: one.resources, seconds }];
  });
}

/** What it would take if every resource took as long as those of the first point. */
function straight({ points: [first] }: Line, copies: number): number {
  return first === undefined ? 0 : (first.seconds * copies) / first.copies;
}

function titleOf(lines: readonly Line[]): string {
  const told = lines.map(({ name, points }) => {
    const figures = points.map(
      ({ resources, seconds }) => `${seconds.toFixed(1)} s for ${String(resources)} resources`,
    );
    return `${name}: ${figures.join(", ")}`;
  });
  return `Preview with the whole pack, beyond an empty program. ${told.join("; ")}`;
}

function legend(lines: readonly Line[]): readonly string[] {
  const heading = {
    x: FRAME.left,
    y: 20,
    anchor: "start",
    text: "Preview with the whole pack, beyond an empty program",
  };
  const entries = [...lines, { name: "the same per resource", colour: GREY }];
  return [
    label({ ...heading, anchor: "start", weight: "bold" }),
    ...entries.flatMap(({ name, colour }, index) => {
      const left = FRAME.left + index * 190;
      const dash = colour === GREY ? ' stroke-dasharray="5 4"' : "";
      return [
        `<path d="M${left} 40h24" stroke="${colour}" stroke-width="2"${dash}/>`,
        label({ x: left + 30, y: 44, anchor: "start", text: name }),
      ];
    }),
  ];
}

function drawn(
  line: Line,
  all: readonly Line[],
  x: (copies: number) => number,
  y: (seconds: number) => number,
): readonly string[] {
  const { points, colour } = line;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const path = points.map(({ copies, seconds }) => `${at(x(copies))} ${at(y(seconds))}`).join("L");
  const end = `${at(x(last.copies))} ${at(y(straight(line, last.copies)))}`;
  return [
    `<path d="M${at(x(first.copies))} ${at(y(first.seconds))}L${end}" stroke="${GREY}" stroke-dasharray="5 4"/>`,
    `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.flatMap((point) => {
      const isAbove = all.every((other) => {
        const [beside] = other.points.filter(({ copies }) => copies === point.copies);
        if (other === line || beside === undefined) return true;
        // Of two that are the same, the first.
        return beside.seconds < point.seconds || (beside.seconds === point.seconds && all.indexOf(line) === 0);
      });
      const dot = `<circle cx="${at(x(point.copies))}" cy="${at(y(point.seconds))}" r="4" fill="${colour}"/>`;
      const text = `${point.seconds.toFixed(1)} s`;
      return [
        dot,
        label({ x: x(point.copies), y: y(point.seconds) + (isAbove ? -12 : 24), anchor: "middle", text, fill: colour }),
      ];
    }),
  ];
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  readonly fill?: string;
  readonly weight?: string;
}

function label({ x, y, anchor, text, fill = "#333333", weight = "normal" }: Label): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="${fill}" font-weight="${weight}">${escapeMarkup(text)}</text>`;
}

function logarithmic(low: number, high: number, from: number, to: number): (figure: number) => number {
  return (figure) => from + ((to - from) * Math.log(figure / low)) / Math.log(high / low);
}

/** Room for a label on both sides of every point. */
function decades(least: number, most: number): readonly [number, number] {
  return [10 ** Math.floor(Math.log10(least * 0.7)), most * 1.6];
}

/** 1, 2 and 5 of every decade between the two. */
function ticks(low: number, high: number): readonly number[] {
  const from = Math.floor(Math.log10(low));
  const many = Math.ceil(Math.log10(high)) - from + 1;
  const all = Array.from({ length: many }, (_, index) => [1, 2, 5].map((each) => tidy(each * 10 ** (from + index))));
  return all.flat().filter((each) => each >= low && each <= high);
}

/** 5 * 0.1 is 0.5000000000000001 for some factors. */
function tidy(figure: number): number {
  return Number(figure.toPrecision(3));
}

function at(pixels: number): string {
  return pixels.toFixed(1);
}
