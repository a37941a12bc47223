import { strict as assert } from "node:assert";
import { BEGIN, END, withFigures } from "../../../lab/bench/render/page";
import { textReport } from "../../../lab/bench/render/text";
import type { Report } from "../../../lab/bench/report";
import { measurement, reportOf } from "./report";

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
});
