import { nodesOf } from "../model/buildModel";
import type { FlowKind, Model } from "../model/model";
import type { Rect, Sheet } from "./drawing";
import { STYLES, widthOf, wrap } from "./text";

/** Pixels that the sign before an entry takes. */
const SYMBOL = 44;

/** Pixels between entries that stand side by side. */
const GAP = { x: 32, y: 6 };

type Entry = readonly [text: string, draw: (x: number, middle: number) => void];

/** What the signs mean; only those that the drawing has. Answers the height. */
export function drawLegend(sheet: Sheet, model: Model, at: Omit<Rect, "height">, kinds: readonly FlowKind[]): number {
  const { leading, size } = STYLES.note;
  let { x, y } = at;
  let tall = 0;
  for (const [text, draw] of entriesOf(sheet, model, kinds)) {
    const width = Math.min(widthOf(text, STYLES.note), at.width - SYMBOL);
    if (x > at.x && x + SYMBOL + width > at.x + at.width) {
      x = at.x;
      y += tall + GAP.y;
      tall = 0;
    }
    draw(x, y + leading / 2);
    const lines = wrap(text, width, STYLES.note);
    for (const [line, content] of lines.entries()) {
      const base = y + leading * (line + 0.5) + size * 0.36;
      sheet.texts.push({ x: x + SYMBOL, y: base, width, content, style: STYLES.note });
    }
    tall = Math.max(tall, lines.length * leading);
    x += SYMBOL + width + GAP.x;
  }
  return y + tall - at.y;
}

function entriesOf(sheet: Sheet, model: Model, kinds: readonly FlowKind[]): readonly Entry[] {
  const nodes = nodesOf(model);
  const arrow = (kind: FlowKind) => (x: number, y: number) => {
    sheet.arrows.push({
      kind,
      points: [
        { x, y },
        { x: x + 34, y },
      ],
    });
  };
  const mark = (symbol: "lock" | "shield") => (x: number, y: number) => {
    sheet.marks.push({ symbol, x: x + 11, y: y - 6 });
  };
  const key = model.keyPrefix === "" ? "by its alias" : `${model.keyPrefix}…`;
  return [
    ...kinds
      .filter((kind) => model.flows.some((each) => each.kind === kind))
      .map((kind): Entry => [MEANINGS[kind], arrow(kind)]),
    ...(nodes.some(({ lock }) => lock)
      ? [[`encrypted with our own KMS key ${key}`, mark("lock")] satisfies Entry]
      : []),
    ...(nodes.some(({ firewall }) => firewall)
      ? [["behind a web application firewall", mark("shield")] satisfies Entry]
      : []),
  ];
}

/** By the way they are drawn. */
const MEANINGS: Readonly<Record<FlowKind, string>> = {
  traffic: "who calls whom, and how",
  copy: "copied without being asked",
};
