import { strict as assert } from "node:assert";
import { deployTime } from "../../../../../tools/reports/deployTime/deployTime";
import { fitted, layoutOf } from "../../../../../tools/reports/deployTime/render/layout";
import { htmlReport, htmlSection } from "../../../../../tools/reports/deployTime/render/html";
import { markdownReport } from "../../../../../tools/reports/deployTime/render/markdown";
import { marks } from "../../../../../tools/reports/deployTime/render/chart";
import { ganttSvg } from "../../../../../tools/reports/deployTime/render/svg";
import { textReport } from "../../../../../tools/reports/deployTime/render/text";
import { prodLike, resource, snapshotOf } from "../stack";

const time = deployTime(prodLike());
const estimated = { low: 1, typical: 2, high: 3 };
const comparisons = [{ key: "aws:x/y:Y", count: 2, estimated, measured: { low: 4, typical: 65, high: 600 } }];

describe("a drawing of a first update", () => {
  for (const width of [1240, 360])
    it(`${width} wide keeps every text in a place of its own, and everything inside`, () => {
      const layout = layoutOf(time, width);
      const rows = layout.groups.flatMap((group) => group.rows);
      assert.equal(rows.length, 8, "the path and the CDN, not the alarm");
      const lines = rows.flatMap(({ labelY, barY }) => [...new Set(width < 600 ? [labelY, barY + 10] : [labelY])]);
      const all = [...layout.groups.map(({ y }) => y), ...lines].toSorted((a, b) => a - b);
      all.slice(1).forEach((y, index) => {
        assert.ok(y - (all[index] ?? 0) >= 12, `${all[index]} and ${y}`);
      });
      for (const { bar, label, labelX } of rows) {
        const { start, end, slack } = bar.resource;
        const right = labelX + label.length * 7.4;
        assert.ok(right <= (width < 600 ? width : layout.x(0)), label);
        assert.ok(layout.x(start) >= 0 && layout.x(end + slack) + 80 <= width);
      }
      assert.ok(Math.max(...all) < layout.height);
      assert.ok(layout.fontSize >= 11);
    });

  it("has a name and a description, both themes and no id that another drawing could have", () => {
    const svg = ganttSvg(time, { id: "one" });
    assert.match(svg, /role="img" aria-labelledby="one-title one-desc"/);
    assert.match(svg, /<desc id="one-desc">[^<]*nat, then cluster, then writer, then reader\.<\/desc>/);
    assert.match(svg, /prefers-color-scheme:dark/);
    for (const [, id = ""] of svg.matchAll(/ id="([^"]*)"/g)) assert.ok(id.startsWith("one"), id);
    for (const rule of svg.match(/^[#.@].*\{/gm) ?? []) assert.match(rule, /^(?:#one|@media)/);
  });

  it("joins the resources of the path, marks them and leaves the rest apart", () => {
    const svg = ganttSvg(time);
    assert.equal(svg.match(/class="link"/g)?.length, time.path.length - 1);
    assert.equal(svg.match(/<rect class="path"/g)?.length, time.path.length + 1, "each of them, and the legend");
    assert.match(svg, /<text x="16" y="\d+">cdn \(cloudfront\.Distribution\)<\/text>/);
  });

  it("cuts what is too long and has marks that fit", () => {
    assert.equal(fitted("abcdefghij", 40), "abcd…");
    assert.equal(fitted("abcde", 40), "abcde");
    assert.deepEqual(marks(700, 4), [0, 300, 600]);
    assert.deepEqual(marks(0, 4), [0]);
  });

  it("shows names as they are, whatever they have in them", () => {
    const odd = deployTime(snapshotOf(resource("<b>&\"'")));
    assert.match(ganttSvg(odd), /&lt;b&gt;&amp;&quot;&#39;/);
    assert.ok(!htmlSection(odd, []).includes("<b>"));
    assert.match(markdownReport(odd, []), /\\<b\\>/);
  });
});

describe("a report on a first update", () => {
  it("as text has the path with start, duration and reason in columns", () => {
    const text = textReport(time, []);
    assert.match(text, /^A first `pulumi up` of prod takes about 18 min \(\d+ min to \d+ min\): 9 resources, without/);
    assert.match(
      text,
      /^ {2}2:10 +1 min 10 s +cluster \(rds\.Cluster\) +nat \(ec2\.NatGateway\): all of vpc > dependsOn of database$/m,
    );
    assert.ok(!text.includes("Measured"));
  });

  it("compares with what was measured", () => {
    assert.match(textReport(time, comparisons), /^ {2}x\.Y +2 +2 s \(1 s to 3 s\) +1 min 5 s \(4 s to 10 min\)$/m);
  });

  it("tells how long something waited for a place", () => {
    assert.match(textReport(deployTime(prodLike(), { parallel: 1 }), []), /for a free place/);
  });

  it("as Markdown and HTML can stand in another page", () => {
    assert.match(markdownReport(time, [], 3), /^### Estimated[\s\S]*^#### Critical path\n\n\| start \| takes \|/m);
    const html = htmlSection(time, comparisons, { level: 3, id: "x" });
    assert.match(html, /^<section[\s\S]*<h3 id="x-heading">[\s\S]*<h4>Critical path<\/h4>[\s\S]*<\/section>\n$/);
    assert.ok(!/<script|https?:\/\/(?!www\.w3\.org)/.test(html));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.match(htmlReport(time, []), /^<!doctype html>[\s\S]*<h1 /);
  });
});
