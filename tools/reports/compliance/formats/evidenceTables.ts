import type { Judged, Matrix, RuleEvidence } from "../matrix";
import { countsText, daysText, plural, sourceText, testsText, VERDICTS } from "../words";
import { markup, type Markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";
import { pill } from "./tone";

/** Every rule that judged something, with the resources and the settings that show it. */
export function evidenceTables({ rules, testsShipped }: Matrix): Markup {
  const judging = rules.filter(({ judged }) => judged.length > 0);
  return markup`${judging.map((each) => blockOf(each, testsShipped))}`;
}

function blockOf(rule: RuleEvidence, shipped: boolean): Markup {
  const { id, title, severity, level, citations, counts, judged } = rule;
  const head = [column("Verdict"), column("Resource"), column("Evidence"), column("Made in")];
  const body = markup`<tbody>\n${judged.toSorted(byWeight).map(rowOf)}</tbody>`;
  const worst = VERDICTS.find((each) => counts[each] > 0) ?? "passed";
  // A link to what is inside opens the block; a link to the block itself would not.
  return markup`<details><summary>${pill(worst)} <strong>${title}</strong>
<small><code>${id}</code>, ${plural(judged.length, "resource")}: ${countsText(counts)}</small></summary>
<p class="soft" id="r-${id}">${severity}, ${level}. Serves ${citations.join(", ")}. ${testsText(rule, shipped)}.</p>
${table(`What ${id} judged`, head, body)}</details>
`;
}

/** What needs a look comes first; the order of the URNs stays within. */
function byWeight(a: Judged, b: Judged): number {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict);
}

function rowOf(judged: Judged): Markup {
  const { verdict, name, type, urn } = judged;
  const place = sourceText(judged);
  return markup`<tr><td>${pill(verdict)}</td><th scope="row" class="wide">${name}<small><code>${type}</code></small>
<small><code>${urn}</code></small></th><td class="wide">${saidOf(judged)}${readingsOf(judged)}</td><td><code>${place === "" ? "not in the file" : place}</code></td></tr>
`;
}

function saidOf({ said, exemption }: Judged): Markup | undefined {
  const let_ =
    exemption &&
    markup`<li>Exempt until ${exemption.until}, ${daysText(exemption.daysLeft)}, by ${exemption.owner}</li>`;
  const lines = said.map((each) => markup`<li>${each}</li>`);
  return let_ || lines.length > 0 ? markup`<ul class="lines">${let_}${lines}</ul>` : undefined;
}

function readingsOf({ readings }: Judged): Markup {
  if (readings.length === 0)
    return markup`<small>No setting of its own: judged by what the stack has around it.</small>`;
  const lines = readings.map(
    ({ property, value }) => markup`<li><code>${property}</code> = <code>${value}</code></li>`,
  );
  return markup`<ul class="lines">${lines}</ul>`;
}
