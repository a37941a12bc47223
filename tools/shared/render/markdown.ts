/** Markdown that was made here and need not be escaped again. */
export class Markdown {
  constructor(readonly text: string) {}
}

export type Cell = string | number | Markdown;

/** Text as Markdown shows it as it is, in one line: no tag, link, emphasis, code or entity begins in it. */
export function inline(text: string): string {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, " ")
    .replaceAll(/[\\*_`[\]~]/g, String.raw`\$&`)
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;");
}

export function strong(text: string): Markdown {
  return new Markdown(`**${inline(text)}**`);
}

/** Text as code within a line, whatever is in it. */
export function code(text: string): Markdown {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, " ");
  // A table splits its cells before it reads code, and there is no way to write these two within backquotes there.
  if (line.includes("\\|")) return new Markdown(`<code>${inline(line)}</code>`);
  const fence = fenceFor(line, 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return new Markdown(`${fence}${space}${line}${space}${fence}`);
}

/** Lines as a block of code. */
export function codeBlock(text: string): string {
  const fence = fenceFor(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

/** A table of GitHub's Markdown. Cells are text, unless they are Markdown already; columns in `right` are flush right. */
export function markdownTable(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  right: (column: number) => boolean = () => false,
): string {
  const rule = head.map((_, column) => new Markdown(right(column) ? "---:" : "---"));
  return [head, rule, ...rows].map((cells) => `| ${cells.map(cellOf).join(" | ")} |`).join("\n");
}

/** A bar would end the cell, within code too, and so would the end of the line. */
function cellOf(cell: Cell): string {
  const text = cell instanceof Markdown ? cell.text : inline(String(cell));
  return text.replaceAll(/\s*[\r\n]+\s*/g, " ").replaceAll("|", String.raw`\|`);
}

/** More backquotes than stand together anywhere in the text. */
function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}
