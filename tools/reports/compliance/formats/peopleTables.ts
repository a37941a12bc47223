import type { Citation, ExemptionRow, Matrix } from "../matrix";
import { daysText } from "../words";
import { markup, type Markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";

/** What is let pass, by whom, why, and how long. */
export function exemptionTable({ exemptions, exemptionProblems }: Matrix): Markup {
  const problems = exemptionProblems.map(
    ({ property, problem, write }) => markup`<li>${property}: ${problem}. ${write}.</li>`,
  );
  const wrong = problems.length > 0 ? markup`<ul class="verdict bad">${problems}</ul>\n` : undefined;
  if (exemptions.length === 0) return markup`${wrong}<p>No rule has an exemption in this stack.</p>\n`;
  const head = [column("Rule"), column("Resource"), column("Owner"), column("Reason"), column("Until"), column("Left")];
  return markup`${wrong}${table("Exemptions, the next to end first", head, markup`<tbody>\n${exemptions.map(exemptionRow)}</tbody>`)}`;
}

function exemptionRow({ rule, urn, owner, reason, until, daysLeft, citations, lets }: ExemptionRow): Markup {
  const tone = daysLeft < 0 ? "bad" : daysLeft <= 30 ? "warn" : "none";
  const which = lets
    .filter((each) => each !== urn)
    .map((each) => markup`<small>lets pass <code>${each}</code></small>`);
  return markup`<tr><th scope="row"><code>${rule}</code><small>${citations.join(", ")}</small></th>
<td class="wide"><code>${urn}</code>${which}${lets.length === 0 ? markup`<small>lets nothing pass today</small>` : undefined}</td>
<td>${owner}</td><td class="wide">${reason}</td><td class="cite">${until}</td><td><span class="pill ${tone}">${daysText(daysLeft)}</span></td></tr>
`;
}

/** What people do and keep. On paper there is room for who did it and when. */
export function dutyTable({ citations }: Matrix): Markup {
  const head = [column("Citation"), column("By"), column("What to do"), column("What to keep as evidence")];
  const blanks = [column("Done by", "blank"), column("On", "blank")];
  const groups = [
    ["No rule can show these", citations.filter(({ notByRule }) => notByRule !== undefined)],
    ["These go with what the rules show", citations.filter(({ notByRule, duty }) => notByRule === undefined && duty)],
  ] as const;
  const bodies = groups.map(
    ([title, own]) => markup`<tbody>
<tr class="group"><th scope="rowgroup" colspan="6">${title}</th></tr>
${own.map(dutyRow)}</tbody>
`,
  );
  return table("Duties of people, with the evidence to keep", [...head, ...blanks], bodies);
}

function dutyRow({ id, title, duty, notByRule }: Citation): Markup {
  const why = notByRule === undefined ? undefined : markup`<small>${notByRule}.</small>`;
  return markup`<tr><th scope="row"><span class="cite">${id}</span><small>${title}</small></th><td>${duty?.by}</td>
<td class="wide">${duty?.task}.${why}</td><td class="wide">${duty?.keep}.</td><td class="blank"></td><td class="blank"></td></tr>
`;
}
