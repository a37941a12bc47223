import type { Node, Tone } from "../model/model";
import type { Rect, Sheet } from "./drawing";
import { STYLES, type Style, wrap } from "./text";

const PADDING = { x: 10, y: 8 };
/** Room for the symbol before a line. */
const SYMBOL = 17;

interface Line {
  readonly content: string;
  readonly style: Style;
  readonly symbol?: "lock" | "shield" | "arrow";
}

/** The height that a node takes at a width, in pixels. */
export function nodeHeight(node: Node, width: number, flows: readonly string[] = []): number {
  return 2 * PADDING.y + linesOf(node, width, flows).reduce((sum, { style }) => sum + style.leading, 0);
}

/** Draws a node; `flows` are lines that stand in for arrows where there is no room for them. */
export function drawNode(sheet: Sheet, node: Node, tone: Tone, rect: Rect, flows: readonly string[] = []): void {
  sheet.boxes.push({ ...rect, level: "node", tone });
  const lines = linesOf(node, rect.width, flows);
  const tall = lines.reduce((sum, { style }) => sum + style.leading, 0);
  let y = rect.y + (rect.height - tall) / 2;
  for (const { content, style, symbol } of lines) {
    const indent = style === STYLES.mark ? SYMBOL : 0;
    const x = rect.x + PADDING.x + indent;
    const base = y + style.leading / 2 + style.size * 0.36;
    if (symbol !== undefined) sheet.marks.push({ symbol, x: rect.x + PADDING.x, y: y + style.leading / 2 - 6 });
    sheet.texts.push({ x, y: base, width: rect.width - 2 * PADDING.x - indent, content, style });
    y += style.leading;
  }
}

function linesOf({ title, notes, firewall, lock }: Node, width: number, flows: readonly string[]): readonly Line[] {
  const inner = width - 2 * PADDING.x;
  const set = (content: string, style: Style) => wrap(content, inner, style).map((each) => ({ content: each, style }));
  const marked = (symbol: "lock" | "shield" | "arrow", content: string): readonly Line[] =>
    wrap(content, inner - SYMBOL, STYLES.mark, 2).map((each, index) => ({
      content: each,
      style: STYLES.mark,
      ...(index === 0 ? { symbol } : {}),
    }));
  return [
    ...set(title, STYLES.title),
    ...notes.flatMap((each) => set(each, STYLES.note)),
    ...(firewall === undefined ? [] : marked("shield", firewall)),
    ...(lock === undefined ? [] : marked("lock", lock)),
    ...flows.flatMap((each) => marked("arrow", each)),
  ];
}
