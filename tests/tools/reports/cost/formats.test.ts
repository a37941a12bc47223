import { strict as assert } from "node:assert";
import { costReport } from "../../../../tools/reports/cost/costReport";
import { costChart } from "../../../../tools/reports/cost/report/chart";
import { costCsv } from "../../../../tools/reports/cost/report/csv";
import { costHtml } from "../../../../tools/reports/cost/report/html";
import { costJson } from "../../../../tools/reports/cost/report/json";
import { costMarkdown } from "../../../../tools/reports/cost/report/markdown";
import { difference, dollars, money } from "../../../../tools/reports/cost/report/money";
import { costPage } from "../../../../tools/reports/cost/report/html";
import { costText } from "../../../../tools/reports/cost/report/text";
import { SMALL_PLATFORM } from "./smallPlatform";
import { part, stackOf } from "./stack";

const parts = [
  ...SMALL_PLATFORM,
  part("ec2/natGateway:NatGateway", "nat-2"),
  part("dax/cluster:Cluster", "cache"),
  part("budgets/budget:Budget", "budget", { name: 'a <b> & "c"', limitAmount: "100" }),
];
const report = costReport(stackOf(...parts), { against: stackOf(...SMALL_PLATFORM) });
const FORMATS = { costText, costJson, costCsv, costMarkdown, costHtml, costPage };

describe("formats of the cost report", () => {
  for (const [name, format] of Object.entries(FORMATS)) {
    it(`${name} is the same to the byte, from resources in another order too`, () => {
      const again = costReport(stackOf(...parts.toReversed()), { against: stackOf(...SMALL_PLATFORM.toReversed()) });
      assert.equal(format(again), format(report));
    });

    it(`${name} names what is not priced`, () => {
      assert.ok(format(report).includes("dax/cluster:Cluster"));
    });
  }

  it("say in text what a line is for where it is for a control or an option", () => {
    const lines = costText(report).split("\n");
    assert.ok(lines.some((each) => /^ {2}NAT gateway +32\.85 +32\.85 +32\.85$/.test(each)));
    assert.ok(
      lines.some((each) => /^ {2}NAT gateway +32\.85 +32\.85 +32\.85 {2}a NAT gateway in every zone/.test(each)),
    );
    assert.match(costText(report), /Over budget: 1\d\d\.\d\d at baseline, limit 100\.00/);
    assert.match(costText(report), /Difference to prod[\s\S]*new: VPC and NAT, NAT gateway +\+32\.85/);
  });

  it("have in CSV as many cells in each line as in the first", () => {
    const [head = "", ...rows] = costCsv(report).trimEnd().split("\r\n");
    const cells = (line: string) => line.replace(/"[^"]*"/g, "").split(",").length;
    assert.deepEqual([...new Set(rows.map(cells))], [cells(head)]);
  });

  it("have in JSON the sum of each profile's lines as its total", () => {
    for (const { lines, totalUsd } of JSON.parse(costJson(report)).profiles) {
      const sum = lines.reduce((total: number, each: { monthlyUsd: number }) => total + each.monthlyUsd, 0);
      assert.ok(Math.abs(sum - totalUsd) < 1e-6);
    }
  });

  it("are in HTML one section without scripts, with every tag closed and every text escaped", () => {
    const html = costHtml(report);
    assert.match(html, /^<section id="cost" aria-labelledby="cost-heading">[\s\S]*<\/section>\n$/);
    assert.doesNotMatch(html, /<script|<link|http(?!:\/\/www\.w3\.org)/);
    assert.ok(html.includes("a &lt;b&gt; &amp; &quot;c&quot;") && !html.includes("a <b>"));
    for (const tag of ["table", "tbody", "thead", "tr", "td", "th", "p", "svg", "text", "details", "section"])
      assert.equal(
        html.split(`<${tag}>`).length + html.split(`<${tag} `).length - 2,
        html.split(`</${tag}>`).length - 1,
        tag,
      );
  });

  it("have in Markdown tables whose lines are equally wide", () => {
    const blocks = costMarkdown(report)
      .split("\n\n")
      .filter((each) => each.startsWith("|"));
    assert.ok(blocks.length >= 3);
    for (const block of blocks)
      assert.equal(
        new Set(
          block
            .trim()
            .split("\n")
            .map((each) => each.split(/(?<!\\)\|/).length),
        ).size,
        1,
        block,
      );
  });
});

describe("the chart of costs", () => {
  const chart = costChart(report.columns);
  const numbers = (pattern: RegExp) => [...chart.matchAll(pattern)].map((each) => each.slice(1).map(Number));

  it("has a bar for each service and profile, all within the picture", () => {
    const bars = numbers(/<rect class="bar-\d" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g).slice(3);
    assert.equal(bars.length, 3 * 8);
    assert.ok(bars.every(([x = 0, , width = 0]) => x + width <= 480 - 46));
    const [height = 0] = numbers(/viewBox="0 0 480 (\d+)"/g)[0] ?? [];
    assert.ok(bars.every(([, y = 0]) => y + 12 <= height));
  });

  it("has no two texts in one place", () => {
    const boxes = [...chart.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]*)/g)].map((each) => {
      const [, x, y, anchor, words = ""] = each;
      const width = words.length * 7;
      const left = anchor === "end" ? Number(x) - width : Number(x);
      return { left, right: left + width, top: Number(y) - 10, bottom: Number(y) + 2, words };
    });
    assert.ok(boxes.every(({ left, right }) => left >= 0 && right <= 480));
    for (const a of boxes)
      for (const b of boxes)
        if (a !== b)
          assert.ok(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            `${a.words} and ${b.words}`,
          );
  });

  it("has colours for light and for dark, and a text for those who do not see it", () => {
    assert.match(chart, /prefers-color-scheme: dark/);
    assert.match(chart, /aria-label="Monthly cost by service in USD: baseline 1\d\d, 2,000 users 2\d\d, /);
  });
});

describe("amounts", () => {
  it("are written alike everywhere", () => {
    assert.deepEqual([0, 0.004, -0.004, 1234567.891, -1234.5].map(money), [
      "0.00",
      "0.00",
      "0.00",
      "1,234,567.89",
      "-1,234.50",
    ]);
    assert.deepEqual([1, -1, 0].map(difference), ["+1.00", "-1.00", "0.00"]);
    assert.deepEqual([1234.6, 0.4].map(dollars), ["1,235", "0"]);
  });
});
