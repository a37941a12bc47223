import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";
import { inWords, onTheClock } from "../seconds";
import { marks } from "./chart";
import { escapeMarkup } from "../../../shared/markup";
import { layoutOf, type Layout, type Row } from "./layout";
import { SLOW_SECONDS, summary } from "./tables";

export interface Drawing {
  /** Pixels; under 600 it is drawn for a phone. @default 1240 */
  readonly width?: number;
  /** Of the element, and the beginning of every other id in it: two drawings on one page need two. */
  readonly id?: string;
}

/** When each resource of the path is made, and what is slow beside it. */
export function ganttSvg(time: DeployTime, { width = 1240, id = "deploy-time-chart" }: Drawing = {}): string {
  const layout = layoutOf(time, width);
  const { height, groups } = layout;
  const rows = groups.flatMap((group) => group.rows);
  const path = time.path.map(({ name }) => name).join(", then ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${escapeMarkup(id)}" viewBox="0 0 ${width} ${height}" width="${width}" ` +
      `height="${height}" role="img" aria-labelledby="${escapeMarkup(id)}-title ${escapeMarkup(id)}-desc">`,
    `<title id="${escapeMarkup(id)}-title">Critical path of the first deployment of ${escapeMarkup(time.stack)}</title>`,
    `<desc id="${escapeMarkup(id)}-desc">${escapeMarkup(`${summary(time)} The path: ${path}.`)}</desc>`,
    styleOf(escapeMarkup(id), layout.fontSize),
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...axisOf(layout, time.total.typical),
    ...links(layout, rows),
    ...rows.flatMap((row) => rowOf(layout, row)),
    ...groups.map(({ name, y }) => `<text class="group" x="${layout.edge}" y="${y}">${escapeMarkup(name)}</text>`),
    ...legendOf(layout),
    "</svg>\n",
  ].join("\n");
}

/** The command's format: the wide drawing. */
export function svgReport(time: DeployTime, comparisons: readonly Comparison[]): string {
  return ganttSvg(time, { id: comparisons.length > 0 ? "deploy-time-measured" : "deploy-time-chart" });
}

function styleOf(id: string, size: number): string {
  const light = "--page:#fff;--ink:#1c2430;--soft:#5a6472;--grid:#d9dee5;--path:#b4340f;--other:#b9c6d8";
  const dark = "--page:#14181f;--ink:#e8ecf2;--soft:#a3adbb;--grid:#2e3642;--path:#ff8a5c;--other:#46566d";
  return [
    "<style>",
    `#${id}{${light};max-width:100%;height:auto;font:${size}px system-ui,-apple-system,"Segoe UI",sans-serif}`,
    `@media (prefers-color-scheme:dark){#${id}{${dark}}}`,
    `#${id} .page{fill:var(--page)}`,
    `#${id} text{fill:var(--ink);paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}`,
    `#${id} .soft{fill:var(--soft)}`,
    `#${id} .group,#${id} .on{font-weight:600}`,
    `#${id} .grid{stroke:var(--grid)}`,
    `#${id} .path{fill:var(--path)}`,
    `#${id} .other{fill:var(--other);stroke:var(--soft)}`,
    `#${id} .slack{stroke:var(--soft);stroke-dasharray:2 3}`,
    `#${id} .link{fill:none;stroke:var(--path);opacity:.55}`,
    "</style>",
  ].join("\n");
}

function axisOf({ x, axis }: Layout, total: number): readonly string[] {
  return marks(total, axis.atMost).flatMap((moment) => [
    `<line class="grid" x1="${x(moment)}" y1="${axis.top}" x2="${x(moment)}" y2="${axis.bottom}"/>`,
    `<text class="soft" x="${x(moment)}" y="${axis.text}"${moment === 0 ? "" : ' text-anchor="middle"'}>` +
      `${onTheClock(moment)}</text>`,
  ]);
}

/** From the end of each resource of the path to the beginning of the next. */
function links({ x, barHeight }: Layout, rows: readonly Row[]): readonly string[] {
  const path = rows
    .flatMap((row) => (row.bar.step === undefined ? [] : [{ row, step: row.bar.step }]))
    .toSorted((a, b) => a.step - b.step);
  const middle = (row: Row) => row.barY + barHeight / 2;
  return path.slice(1).flatMap(({ row }, index) => {
    const before = path[index]?.row;
    if (before === undefined) return [];
    const [from, to] = [x(before.bar.resource.end), x(row.bar.resource.start)];
    return [`<path class="link" d="M${from} ${middle(before)}V${middle(row)}H${to}"/>`];
  });
}

function rowOf({ x, barHeight }: Layout, { bar, label, labelX, labelY, barY }: Row): readonly string[] {
  const { start, end, slack, seconds } = bar.resource;
  const onPath = bar.step !== undefined;
  const width = rounded(Math.max(2, x(end) - x(start)));
  // At the foot of the bar, so that it runs under the text.
  const foot = barY + barHeight - 0.5;
  return [
    `<text${onPath ? ' class="on"' : ""} x="${labelX}" y="${labelY}">${escapeMarkup(label)}</text>`,
    ...(slack > 0 && !onPath
      ? [`<line class="slack" x1="${x(end)}" y1="${foot}" x2="${x(end + slack)}" y2="${foot}"/>`]
      : []),
    `<rect class="${onPath ? "path" : "other"}" x="${x(start)}" y="${barY}" width="${width}" height="${barHeight}" rx="2"/>`,
    `<text class="soft" x="${rounded(x(start) + width + 6)}" y="${barY + 10}">${inWords(seconds.typical)}</text>`,
  ];
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10;

function legendOf({ legend }: Layout): readonly string[] {
  const signs = [
    ['class="path"', "decides the total"],
    ['class="other"', `over ${SLOW_SECONDS} s, not on the path`],
    [undefined, "may take so much longer"],
  ] as const;
  return signs.flatMap(([bar, text], index) => {
    const { x = 0, y = 0 } = legend[index] ?? {};
    const sign =
      bar === undefined
        ? `<line class="slack" x1="${x}" y1="${y - 4}" x2="${x + 24}" y2="${y - 4}"/>`
        : `<rect ${bar} x="${x}" y="${y - 10}" width="24" height="12" rx="2"/>`;
    return [sign, `<text x="${x + 32}" y="${y}">${escapeMarkup(text)}</text>`];
  });
}
