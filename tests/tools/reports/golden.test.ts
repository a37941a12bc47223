import { strict as assert } from "node:assert";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { costReport } from "../../../tools/reports/cost/costReport";
import { costText } from "../../../tools/reports/cost/report/text";
import { diagram } from "../../../tools/reports/diagram/diagram";
import { partsOf } from "../../../tools/reports/env/main";
import { FORMATS } from "../../../tools/reports/env/render";
import { deployedStack, markdownOf } from "./deployment/stacks";

const FOLDER = join(__dirname, "../../fixtures/golden");
const prod = deployedStack("prod");
const MADE: Readonly<Record<string, () => string>> = {
  "cost.txt": () => costText(costReport(prod)),
  "diagram.svg": () => diagram(prod),
  "env.txt": () => FORMATS.dotenv.print("prod", partsOf(prod, { frontend: true, backend: true })),
  "report.md": () => markdownOf(prod),
};

/** A change of what users read is seen in the diff of these files: UPDATE_GOLDEN=1 writes them anew. */
describe("what a report of a small prod says", function () {
  this.timeout(60_000);
  for (const [file, make] of Object.entries(MADE))
    it(`is what ${file} holds, to the byte`, () => {
      const path = join(FOLDER, file);
      const text = make();
      assert.equal(make(), text);
      if (process.env["UPDATE_GOLDEN"] === "1") {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(path, text);
      }
      assert.equal(text, readFileSync(path, "utf8"));
    });
});
