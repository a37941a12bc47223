import type { Citation, Matrix } from "../matrix";
import { countsText, plural, resultText, STATUSES } from "../words";
import { extentOf } from "./citationTable";
import { markup } from "../../../shared/markup";
import { row, tableOf } from "./markdownTable";
import { signOf } from "./tone";

/**
 * The security checklist as a part of another page: one line for each citation. It brings no style; every line has
 * `data-status`, and the classes begin with `compliance-`.
 */
export function summarySection(matrix: Matrix): string {
  const lines = matrix.citations.map(
    (each) => markup`<tr data-status="${each.status}"><th scope="row">${each.id}</th><td>${each.title}</td>
<td><span class="compliance-status" data-status="${each.status}"><span aria-hidden="true">${signOf(each.status)}</span> ${each.status}</span></td><td>${toldOf(each)}</td></tr>
`,
  );
  return markup`<section class="compliance-summary" aria-labelledby="compliance-summary">
<h2 id="compliance-summary">Security checklist: HIPAA Security Rule</h2>
<p><strong>${resultText(matrix)}</strong> ${totalsOf(matrix)}</p>
<table>
<caption>Every citation, its status, and how much was judged</caption>
<thead><tr><th scope="col">45 CFR</th><th scope="col">Safeguard</th><th scope="col">Status</th><th scope="col">Shown by</th></tr></thead>
<tbody>
${lines}</tbody>
</table>
</section>
`.text;
}

/** The same as Markdown. */
export function summaryMarkdown(matrix: Matrix): string {
  const rows = matrix.citations.map((each) =>
    row(each.id, each.title, `${signOf(each.status)} ${each.status}`, toldOf(each)),
  );
  return [
    "## Security checklist: HIPAA Security Rule",
    `**${resultText(matrix)}** ${totalsOf(matrix)}`,
    `${tableOf(["45 CFR", "safeguard", "status", "shown by"], rows)}\n`,
  ].join("\n\n");
}

function totalsOf({ citationCounts, resources, exemptions }: Matrix): string {
  const counted = STATUSES.map((each) => `${String(citationCounts[each])} ${each}`).join(", ");
  return `Citations: ${counted}. ${plural(resources, "resource")} judged, ${plural(exemptions.length, "exemption")}.`;
}

function toldOf(citation: Citation): string {
  const { duty, notByRule, counts } = citation;
  if (notByRule !== undefined) return duty ? `${duty.by === "AWS" ? "AWS" : "The team"}: ${duty.task}` : notByRule;
  return `${extentOf(citation)}: ${countsText(counts)}${duty ? "; and a duty" : ""}`;
}
