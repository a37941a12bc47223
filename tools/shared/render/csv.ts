/** RFC 4180, with the names of the columns in the first line. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

/** A spreadsheet runs a text that begins like a formula; behind an apostrophe it is a text. A number is one already. */
function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
