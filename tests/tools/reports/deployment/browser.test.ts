import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { deployedStack, htmlOf } from "./stacks";

const BROWSERS = [
  process.env["CHROME_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** In a browser that is installed here, if there is one: what the page looks like only a browser knows. */
describe("the report in a browser", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-report-"));
  const executablePath = BROWSERS.find((each) => each !== "" && existsSync(each));
  let browser: Browser | undefined;
  let page: Page;
  const asked: string[] = [];

  before(async function () {
    if (executablePath === undefined) {
      this.skip();
      return;
    }
    writeFileSync(join(folder, "report.html"), htmlOf(deployedStack("prod")));
    browser = await puppeteer.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (width: number, scheme = "light") => {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(`file://${join(folder, "report.html")}`);
  };

  for (const [width, shown] of [
    [1280, "wide"],
    [375, "narrow"],
  ] as const) {
    it(`fits into ${width} pixels, and only tables move sideways`, async () => {
      await open(width);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
    });

    it(`draws the ${shown} diagram at ${width} pixels, whose texts neither overlap nor leave it`, async () => {
      await open(width);
      const texts: { text: string; box: [number, number, number, number] }[] = JSON.parse(
        String(
          await page.evaluate(`JSON.stringify([...document.querySelectorAll("#architecture ~ figure.${shown} svg text")].map((each) => {
            const { x, y, width, height } = each.getBoundingClientRect();
            return { text: each.textContent, box: [x, y, x + width, y + height] };
          }))`),
        ),
      );
      assert.ok(texts.length >= 30, `${texts.length} texts`);
      for (const [index, a] of texts.entries()) {
        assert.ok(a.box[0] >= 0 && a.box[2] <= width, `${a.text} leaves the window`);
        for (const b of texts.slice(index + 1)) {
          const across = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
          const down = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
          // Boxes of letters are a little higher than the letters.
          assert.ok(across <= 1 || down <= 4, `${a.text} overlaps ${b.text}`);
        }
      }
    });
  }

  for (const scheme of ["light", "dark"])
    it(`can be read by everybody when it is ${scheme}`, async () => {
      await open(1280, scheme);
      await page.evaluate(AXE);
      const violations: { id: string; nodes: { html: string }[] }[] = JSON.parse(
        String(await page.evaluate("axe.run().then(({ violations }) => JSON.stringify(violations))")),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        [],
      );
    });

  it("asks nobody for anything but itself", () => {
    assert.deepEqual([...new Set(asked)], [`file://${join(folder, "report.html")}`]);
  });

  it("can be printed", async () => {
    await open(1280);
    const file = join(folder, "report.pdf");
    await page.pdf({ path: file, format: "A4" });
    assert.ok(statSync(file).size > 50_000);
  });
});
