import type { Citation, Matrix } from "../matrix";
import { countsText, plural, resultText, STATUSES } from "../words";
import { extentOf } from "./citationTable";
import { inline, markdownTable } from "../../../shared/render/markdown";
import { markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";
import { pill, signOf } from "./tone";

/** The security checklist as a part of another page: one line for each citation. */
export function summarySection(matrix: Matrix): string {
  const head = ["45 CFR", "Safeguard", "Status", "Shown by"].map((title) => column(title));
  const lines = matrix.citations.map(
    (
      citation,
    ) => markup`<tr data-status="${citation.status}"><th scope="row">${citation.id}</th><td>${citation.title}</td>
<td>${pill(citation.status)}</td><td>${toldOf(citation)}</td></tr>
`,
  );
  return markup`<section aria-labelledby="compliance-summary">
<h2 id="compliance-summary">Security checklist: HIPAA Security Rule</h2>
<p><strong>${resultText(matrix)}</strong> ${totalsOf(matrix)}</p>
${table("Every citation, its status, and how much was judged", head, markup`<tbody>\n${lines}</tbody>`)}
</section>
`.text;
}

/** The same as Markdown. */
export function summaryMarkdown(matrix: Matrix): string {
  const rows = matrix.citations.map((citation) => [
    citation.id,
    citation.title,
    `${signOf(citation.status)} ${citation.status}`,
    toldOf(citation),
  ]);
  return [
    "## Security checklist: HIPAA Security Rule",
    `**${inline(resultText(matrix))}** ${totalsOf(matrix)}`,
    `${markdownTable(["45 CFR", "safeguard", "status", "shown by"], rows)}\n`,
  ].join("\n\n");
}

function totalsOf({ citationCounts, resources, exemptions }: Matrix): string {
  const counted = STATUSES.map((status) => `${String(citationCounts[status])} ${status}`).join(", ");
  return `Citations: ${counted}. ${plural(resources, "resource")} judged, ${plural(exemptions.length, "exemption")}.`;
}

function toldOf(citation: Citation): string {
  const { duty, notByRule, counts } = citation;
  if (notByRule !== undefined) return duty ? `${duty.by === "AWS" ? "AWS" : "The team"}: ${duty.task}` : notByRule;
  return `${extentOf(citation)}: ${countsText(counts)}${duty ? "; and a duty" : ""}`;
}
