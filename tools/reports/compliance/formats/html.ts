import type { Matrix } from "../matrix";
import { citationDetails } from "./citationDetails";
import { citationTable } from "./citationTable";
import { evidenceTables } from "./evidenceTables";
import { markup, Markup } from "../../../shared/markup";
import { openPoints } from "./openPoints";
import { pageHead } from "./pageHead";
import { dutyTable, exemptionTable } from "./peopleTables";
import { STYLE } from "./style";

const PARTS = [
  ["open", "Open points", openPoints],
  ["citations", "Citations", citationTable],
  ["exemptions", "Exemptions", exemptionTable],
  ["duties", "What people do and keep", dutyTable],
  ["rules", "Rules for each citation", citationDetails],
  ["evidence", "Evidence for each resource", evidenceTables],
] as const;

/** The matrix as one page that needs nothing else: no network, no script, no other file. */
export function htmlMatrix(matrix: Matrix): string {
  const links = PARTS.map(([id, heading]) => markup`<li><a href="#${id}">${heading}</a></li>`);
  const parts = PARTS.map(
    ([id, heading, render]) => markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${render(matrix)}</section>
`,
  );
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>HIPAA evidence: ${matrix.project} ${matrix.stack}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
${pageHead(matrix)}
<nav aria-label="Parts of this report"><ul>${links}</ul></nav>
${parts}<div class="sign"><p>Security official, date</p><p>Reviewer, date</p></div>
</main>
</body>
</html>
`.text;
}
