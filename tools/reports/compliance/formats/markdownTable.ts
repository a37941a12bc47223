/** A line of a table. */
export function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.map((each) => cellOf(String(each))).join(" | ")} |`;
}

export function tableOf(head: readonly string[], rows: readonly string[]): string {
  return [row(...head), `|${"---|".repeat(head.length)}`, ...rows].join("\n");
}

/** Text that Markdown takes as it is: no table, tag, link or emphasis begins in it. */
export function cellOf(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\|*_`[\]~]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
