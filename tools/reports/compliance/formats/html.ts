import type { Matrix } from "../matrix";
import { citationDetails } from "./citationDetails";
import { citationTable } from "./citationTable";
import { evidenceTables } from "./evidenceTables";
import { markup } from "../../../shared/render/markup";
import { navigation, page } from "../../../shared/render/page";
import { openPoints } from "./openPoints";
import { pageHead } from "./pageHead";
import { dutyTable, exemptionTable } from "./peopleTables";

const PARTS = [
  ["open", "Open points", openPoints],
  ["citations", "Citations", citationTable],
  ["exemptions", "Exemptions", exemptionTable],
  ["duties", "What people do and keep", dutyTable],
  ["rules", "Rules for each citation", citationDetails],
  ["evidence", "Evidence for each resource", evidenceTables],
] as const;

/** The matrix as one page. */
export function htmlMatrix(matrix: Matrix): string {
  const parts = PARTS.map(
    ([id, heading, render]) => markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${render(matrix)}</section>
`,
  );
  return page(
    `HIPAA evidence: ${matrix.project} ${matrix.stack}`,
    markup`${pageHead(matrix)}
${navigation(PARTS.map(([id, title]) => ({ id, title })))}
${parts}<div class="sign"><p>Security official, date</p><p>Reviewer, date</p></div>
`,
  );
}
