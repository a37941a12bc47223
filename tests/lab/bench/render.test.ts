import { strict as assert } from "node:assert";
import { BEGIN, END, figuresBlock, withFigures } from "../../../lab/bench/render/page";
import { growthPlot } from "../../../lab/bench/render/plot";
import { textReport } from "../../../lab/bench/render/text";
import type { Report } from "../../../lab/bench/report";
import { grown, measurement, reportOf } from "./report";

const roles = [{ role: "engine", cpuSeconds: 1.25, peakMb: 120 }] as const;
const report: Report = {
  ...reportOf(measurement("preview-prod", 6.04, { roles }), measurement("pack-start", 1.5, { resources: undefined })),
  evaluation: {
    ...{ resources: 100, rules: 50, judgements: 1000, milliseconds: 20, firstMilliseconds: 80 },
    perRule: Array.from({ length: 12 }, (_, at) => ({ rule: `rule-${at}`, resources: at, milliseconds: 12 - at })),
  },
};

describe("the figures of a benchmark", () => {
  it("stand in a table, flush right, and a dash where nothing could be measured", () => {
    const blind = measurement("preview-dev", 12.5, { cpuSeconds: undefined, peakMb: undefined });
    const text = textReport(reportOf(measurement("preview-prod", 6), blind));
    assert.match(text, /^2026-11-24, 2 cores \(Example CPU\), 8 GB, Linux 6\.1, Node v20\.19\.0$/m);
    assert.match(text, /^title of preview-prod {8}518 {6}6\.0 {5}9\.0 {14}300$/m);
    assert.match(text, /^title of preview-dev {9}518 {5}12\.5 {7}- {16}-$/m);
  });

  it("say what one rule and one resource take", () => {
    const text = textReport(report);
    assert.match(text, /per resource +0\.2 ms/);
    assert.match(text, /per rule, on all resources +0\.4 ms/);
    assert.match(text, /per rule and resource it applies to +20\.0 µs/);
    assert.match(text, /rule-7/);
    assert.ok(!text.includes("rule-8"), "only the slowest");
  });

  it("renew the page between its markers and leave the rest", () => {
    const page = `# Mine\n\n${BEGIN}\nold\n${END}\n\nMine too.\n`;
    const once = withFigures(page, report);
    assert.ok(once.startsWith(`# Mine\n\n${BEGIN}\n`) && once.endsWith(`${END}\n\nMine too.\n`));
    assert.ok(!once.includes("old"));
    assert.equal(withFigures(once, report), once, "twice is once");
    assert.match(once, /\| title of preview-prod \| 518 \| 6\.0 \| 9\.1 \| 300 \|/);
    assert.match(once, /\| engine \| 1\.3 \/ 120 \|/);
  });

  it("refuse a page that has no place for them", () => {
    for (const page of ["# Mine\n", `${END}\n${BEGIN}\n`]) assert.throws(() => withFigures(page, report), /no place/);
  });

  it("show the drawing only where growth was measured", () => {
    assert.ok(!figuresBlock(report).includes("performance.svg"));
    assert.ok(figuresBlock(reportOf(...grown(8, 32))).includes("performance.svg"));
  });
});

describe("the drawing of the growth", () => {
  for (const [what, measurements] of [
    ["a linear growth", grown(8, 32)],
    ["a growth that is too steep", grown(20, 200)],
    ["a growth that slows down", grown(2.1, 2.2)],
    ["tiny times", grown(8, 32).map((each) => ({ ...each, wallSeconds: each.wallSeconds / 500 }))],
    ["time and CPU that are the same", grown(8, 32).map((each) => ({ ...each, cpuSeconds: each.wallSeconds }))],
    ["time alone", grown(8, 32).map((each) => ({ ...each, cpuSeconds: undefined }))],
  ] as const)
    it(`keeps its texts apart and inside, for ${what}`, () => {
      const svg = growthPlot(reportOf(...measurements)) ?? assert.fail("no drawing");
      const texts = boxesOf(svg);
      assert.ok(texts.length > 10);
      for (const [at, a] of texts.entries()) {
        assert.ok(a.left >= 0 && a.right <= 720 && a.top >= 0 && a.bottom <= 400, `${a.text} is cut off`);
        for (const b of texts.slice(at + 1))
          assert.ok(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            `${a.text} lies over ${b.text}`,
          );
      }
    });

  it("is the same to the byte, says its figures to who cannot see it, and shows what is beyond an empty program", () => {
    const [one, two] = [growthPlot(reportOf(...grown(8, 32))), growthPlot(reportOf(...grown(8, 32)))];
    assert.equal(one, two);
    assert.match(one ?? "", /<title id="title">.*time: 2\.0 s for 519 resources, 8\.0 s for 2073 resources/);
  });

  it("runs along its dashed line where growth is linear, and leaves it where it is not", () => {
    const ends = (svg = "") =>
      [
        ...svg.matchAll(
          /<path d="M[\d. ]+L[\d.]+ ([\d.]+)" stroke="#808080" stroke-dasharray="5 4"\/>\n<path d="M[\d. L]+L[\d.]+ ([\d.]+)"/g,
        ),
      ].map(([, dashed, drawn]) => Number(dashed) - Number(drawn));
    const linear = ends(growthPlot(reportOf(...grown(8, 32))));
    assert.deepEqual(linear[1], 0);
    const steep = ends(growthPlot(reportOf(...grown(8, 64))));
    assert.ok((steep[1] ?? 0) > 20, "the curve ends above");
  });

  it("is left out where there is nothing to draw", () => {
    assert.equal(growthPlot(reportOf()), undefined);
    assert.equal(growthPlot(reportOf(...grown(8, 32).slice(0, 2))), undefined, "one point is no growth");
  });
});

/** Where each text of a drawing is, at the size of a wide sans-serif. */
function boxesOf(svg: string) {
  const pattern = /<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)"[^>]*>([^<]*)<\/text>/g;
  return [...svg.matchAll(pattern)].map(([, x, y, anchor, text = ""]) => {
    const width = text.length * 13 * 0.58;
    const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { text, left, right: left + width, top: Number(y) - 11, bottom: Number(y) + 3 };
  });
}
