import { strict as assert } from "node:assert";
import {
  type Drawing,
  overlaps,
  type Point,
  type Rect,
  type Text,
} from "../../../../tools/reports/diagram/draw/drawing";
import { narrow } from "../../../../tools/reports/diagram/draw/narrow";
import { STYLES, widthOf } from "../../../../tools/reports/diagram/draw/text";
import { wide } from "../../../../tools/reports/diagram/draw/wide";
import { buildModel } from "../../../../tools/reports/diagram/model/buildModel";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { changed, stack } from "./stacks";

const prod = stack("prod");
/** Names as long as AWS lets them be. */
const longNames = changed(prod, (each) => {
  const bucket = each.inputs["bucket"];
  return typeof bucket === "string" && each.type === "aws:s3/bucket:Bucket"
    ? { ...each, inputs: { ...each.inputs, bucket: `${bucket}-${"w".repeat(40)}` } }
    : each;
});
const third = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  resources: snapshot.resources.flatMap((each) => {
    if (!/-(public|private|isolated)-2$/.test(each.name)) return [each];
    const text = JSON.stringify(each).replaceAll(/-(public|private|isolated)-2/g, "-$1-3");
    return [each, JSON.parse(text.replaceAll("us-east-1b", "us-east-1c"))];
  }),
});
const SNAPSHOTS = [
  ["dev", stack("dev")],
  ["prod", prod],
  ["account", stack("account")],
  ["prod with long names", longNames],
  ["prod with three availability zones", third(prod)],
  ["an empty stack", { ...prod, resources: [] }],
] as const;

const contains = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const rectOf = ({ x, y, content, style }: Text) => {
  const width = widthOf(content, style);
  return { x, y: y - style.size * 0.8, width, height: style.size };
};
const pairs = <T>(items: readonly T[]) =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
const lines = (points: readonly Point[]) =>
  points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return { x, y, width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) };
  });
const nodes = ({ boxes }: Drawing) => boxes.filter(({ level }) => level === "node");

for (const [name, snapshot] of SNAPSHOTS)
  for (const [size, layout] of [
    ["wide", wide],
    ["narrow", narrow],
  ] as const)
    describe(`the ${size} drawing of ${name}`, () => {
      let drawing: Drawing;
      before(() => {
        drawing = layout(buildModel(snapshot));
      });

      it("has boxes that lie apart or in each other", () => {
        for (const [a, b] of pairs(drawing.boxes))
          assert.ok(!overlaps(a, b) || contains(a, b) || contains(b, a), JSON.stringify([a, b]));
      });

      it("has nothing in its nodes but their own text", () => {
        for (const [a, b] of pairs(nodes(drawing))) assert.ok(!overlaps(a, b), JSON.stringify([a, b]));
      });

      it("has texts that fit their boxes", () => {
        for (const text of drawing.texts) {
          const rect = rectOf(text);
          assert.ok(rect.width <= text.width, `${text.content} is too wide`);
          const box = drawing.boxes.findLast((each) => overlaps(each, { ...rect, width: 1, height: 1 }));
          assert.ok(box === undefined || contains(box, rect), `${text.content} leaves its box`);
        }
      });

      it("has texts and labels that do not overlap", () => {
        const all = [...drawing.texts.map(rectOf), ...drawing.labels];
        for (const [a, b] of pairs(all)) assert.ok(!overlaps(a, b), JSON.stringify([a, b]));
      });

      it("has labels that fit their grounds and hide no box", () => {
        for (const label of drawing.labels) {
          assert.ok(label.lines.every((each) => widthOf(each, STYLES.label) <= label.width));
          assert.ok(!label.lines.some((each) => each.includes("…")));
          for (const node of nodes(drawing)) assert.ok(!overlaps(label, node), label.lines.join(" "));
        }
      });

      it("has arrows that pass no box and no text", () => {
        const obstacles = [...nodes(drawing), ...drawing.texts.map(rectOf)];
        for (const { points } of drawing.arrows)
          for (const line of lines(points))
            for (const each of obstacles) assert.ok(!overlaps(line, each), JSON.stringify([line, each]));
      });

      it("has nothing outside of the page", () => {
        const page = { x: 0, y: 0, width: drawing.width, height: drawing.height };
        const marks = drawing.marks.map(({ x, y }) => ({ x, y, width: 12, height: 12 }));
        const all = [...drawing.boxes, ...drawing.texts.map(rectOf), ...drawing.labels, ...marks];
        const arrows = drawing.arrows.flatMap(({ points }) => lines(points));
        for (const each of [...all, ...arrows]) assert.ok(contains(page, each), JSON.stringify(each));
      });

      it("has no text under 11 pixels", () => {
        for (const { style } of drawing.texts) assert.ok(style.size >= 11);
      });
    });

describe("the wide drawing", () => {
  for (const name of ["dev", "prod", "account"] as const)
    it(`says of ${name} what every arrow carries`, () => {
      const model = buildModel(stack(name));
      const drawing = wide(model);
      const [ends, said] = [drawing.arrows.filter(({ points }) => points.length > 1), drawing.labels];
      assert.ok(ends.length >= model.flows.length);
      const wanted = [...new Set(model.flows.map(({ label }) => label))].toSorted();
      assert.deepEqual([...new Set(said.map((each) => each.lines.join(" ")))].toSorted(), wanted);
    });
});

describe("the narrow drawing", () => {
  it("says in each box where it connects to", () => {
    const words = narrow(buildModel(prod)).texts.map(({ content }) => content);
    assert.ok(words.includes("RDS Proxy: TLS 5432"));
    assert.ok(words.includes("Load balancer: VPC link"));
  });

  it("is as wide as a phone", () => {
    assert.equal(narrow(buildModel(prod)).width, 360);
  });
});
