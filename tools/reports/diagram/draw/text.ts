/** How lines are set: size and leading in pixels. */
export interface Style {
  readonly name: "zone" | "title" | "note" | "mark" | "label" | "heading";
  readonly size: number;
  readonly leading: number;
  readonly bold: boolean;
}

export const STYLES = {
  heading: { name: "heading", size: 17, leading: 24, bold: true },
  zone: { name: "zone", size: 13, leading: 17, bold: true },
  title: { name: "title", size: 13, leading: 17, bold: true },
  note: { name: "note", size: 11.5, leading: 15, bold: false },
  mark: { name: "mark", size: 11.5, leading: 17, bold: false },
  label: { name: "label", size: 11, leading: 13, bold: false },
} as const satisfies Record<string, Style>;

/**
 * Widths in thousandths of the size: those of DejaVu Sans, rounded up. It is the widest of the fonts that the
 * style sheet may end up with, so a text that fits here fits with all of them.
 */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl|'", 295],
  [" .,:;·", 340],
  ["ft()[]/-", 395],
  ['r"', 465],
  ["*_", 500],
  ["csz?", 555],
  ["vxykz", 595],
  ["abdeghnopqu", 640],
  ["0123456789$", 640],
  ["LTFJEIS", 640],
  ["ABPVXYZKRC", 700],
  ["DGHNOQU", 790],
  ["wM", 865],
  ["m%@W", 1005],
];
const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([characters, width]) => Array.from(characters).map((each) => [each, width])),
);
/** What is not in the table counts as wide as the widest Latin letter. */
const UNKNOWN = 1005;
/** Bold letters are wider by this. */
const BOLD = 1.11;
const ELLIPSIS = "…";

/** Pixels that a text takes at most. */
export function widthOf(text: string, { size, bold }: Style): number {
  const thousandths = Array.from(text).reduce((sum, each) => sum + (BY_CHARACTER.get(each) ?? UNKNOWN), 0);
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

/** The text in lines of that width; it breaks after spaces, dots, dashes and slashes, and what is left over is cut. */
export function wrap(text: string, width: number, style: Style, most = 3): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[^ .\-/]*[ .\-/]*/g) ?? []) {
    if (line !== "" && widthOf((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${shown[most - 1] ?? ""}${ELLIPSIS}`;
  return shown.map((each) => cut(each, width, style));
}

/** The text, or as much of its beginning as fits before an ellipsis. */
export function cut(text: string, width: number, style: Style): string {
  if (widthOf(text, style) <= width) return text;
  let letters = Array.from(text.replace(/…$/, ""));
  while (letters.length > 0 && widthOf(letters.join("") + ELLIPSIS, style) > width) letters = letters.slice(0, -1);
  return letters.join("").trimEnd() + ELLIPSIS;
}
