import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";
import { escapeMarkup } from "../../../shared/markup";
import { ganttSvg } from "./svg";
import { sources, summary, tablesOf, type Table } from "./tables";

const STYLE = [
  "<style>",
  ".deploy-time figure{margin:1em 0}",
  ".deploy-time .scroll{overflow-x:auto}",
  ".deploy-time table{border-collapse:collapse}",
  ".deploy-time th,.deploy-time td{padding:.25em .75em .25em 0;text-align:left;vertical-align:top}",
  ".deploy-time thead th{border-bottom:1px solid currentColor}",
  ".deploy-time .narrow{display:none}",
  "@media (max-width:700px){.deploy-time .wide{display:none}.deploy-time .narrow{display:block}}",
  "</style>",
];

export interface Fragment {
  /** Of the first heading. @default 2 */
  readonly level?: number;
  /** The beginning of every id in it. @default "deploy-time" */
  readonly id?: string;
}

/** A part of a page: no script, nothing that is loaded. */
export function htmlSection(
  time: DeployTime,
  comparisons: readonly Comparison[],
  { level = 2, id = "deploy-time" }: Fragment = {},
): string {
  const figures = [
    ["wide", 1240],
    ["narrow", 360],
  ] as const;
  return [
    `<section class="deploy-time" aria-labelledby="${id}-heading">`,
    ...STYLE,
    `<h${level} id="${id}-heading">Estimated time of a first deployment</h${level}>`,
    paragraph(summary(time)),
    ...figures.map(
      ([size, width]) => `<figure class="${size}">${ganttSvg(time, { width, id: `${id}-${size}` })}</figure>`,
    ),
    ...tablesOf(time, comparisons).map((table) => tableOf(table, level + 1)),
    ...sources(time, comparisons.length > 0).map(paragraph),
    "</section>\n",
  ].join("\n");
}

/** The same as a page of its own. */
export function htmlReport(time: DeployTime, comparisons: readonly Comparison[]): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>First deployment of ${escapeMarkup(time.stack)}</title>`,
    "<style>body{font:16px/1.5 system-ui,sans-serif;margin:1em auto;max-width:1240px;padding:0 1em}</style>",
    `<main>${htmlSection(time, comparisons, { level: 1 })}</main>`,
    "</html>\n",
  ].join("\n");
}

/** What stands between backquotes is code. */
function paragraph(text: string): string {
  return `<p>${escapeMarkup(text).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`;
}

function tableOf({ title, head, rows }: Table, level: number): string {
  const cells = (mark: string, row: readonly string[]) =>
    row.map((cell) => `<${mark}>${escapeMarkup(cell)}</${mark.split(" ")[0] ?? ""}>`);
  return [
    `<h${level}>${escapeMarkup(title)}</h${level}>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeMarkup(title)}"><table>`,
    `<thead><tr>${cells('th scope="col"', head).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => `<tr>${cells("td", row).join("")}</tr>`),
    "</tbody></table></div>",
  ].join("\n");
}
