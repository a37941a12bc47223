import type { Citation, Matrix, RuleEvidence } from "../matrix";
import { SECTIONS, sectionOf } from "../safeguards";
import { countsText, testsText } from "../words";
import { anchorOf, extentOf } from "./citationTable";
import { markup, type Markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";
import { pill } from "./tone";

/** Every citation that rules serve, with those rules. */
export function citationDetails(matrix: Matrix): Markup {
  const rules = new Map(matrix.rules.map((each) => [each.id, each]));
  const all = matrix.citations.map((citation) => {
    const own = citation.rules.flatMap((id) => rules.get(id) ?? []);
    return markup`<article>
<h3 id="${anchorOf(citation)}">${citation.id} ${citation.title} ${pill(citation.status)}</h3>
<p class="soft">${SECTIONS[sectionOf(citation.id)]}, ${citation.kind}. ${citation.asks}.</p>
${bodyOf(citation, own, matrix)}${dutyOf(citation)}</article>
`;
  });
  return markup`${all}`;
}

function bodyOf(citation: Citation, rules: readonly RuleEvidence[], { testsShipped }: Matrix): Markup {
  if (citation.notByRule !== undefined) return markup`<p>No rule can show it. ${citation.notByRule}.</p>\n`;
  const judging = rules.filter(({ judged }) => judged.length > 0);
  const idle = rules.filter(({ judged }) => judged.length === 0);
  const without = idle.map(({ id, title }) => markup`<li><code>${id}</code>: ${title}</li>\n`);
  const rows = judging.map((each) => rowOf(each, testsShipped));
  const head = [column("Rule"), column("Severity"), column("Judgements"), column("Tests of the rule")];
  const list =
    judging.length === 0 ? undefined : table(`Rules for ${citation.id}`, head, markup`<tbody>\n${rows}</tbody>`);
  const rest =
    idle.length === 0
      ? undefined
      : markup`<details><summary>${idle.length} more in force, with nothing in this stack to judge</summary>
<ul>${without}</ul></details>\n`;
  return markup`<p>${extentOf(citation)}: ${countsText(citation.counts)}.</p>\n${list}${rest}`;
}

function rowOf(rule: RuleEvidence, shipped: boolean): Markup {
  const { id, title, severity, level, counts } = rule;
  return markup`<tr><th scope="row" class="wide"><a href="#r-${id}"><code>${id}</code></a><small>${title}</small></th>
<td>${severity}<small>${level}</small></td><td>${countsText(counts)}</td><td><code>${testsText(rule, shipped)}</code></td></tr>
`;
}

function dutyOf({ duty }: Citation): Markup | undefined {
  return (
    duty &&
    markup`<p><strong>${duty.by === "AWS" ? "AWS" : "The team"}:</strong> ${duty.task}. <strong>Keep:</strong> ${duty.keep}.</p>\n`
  );
}
