import type { Judged, Matrix, RowVerdict, RuleEvidence } from "../matrix";
import { plural, sourceText } from "../words";
import { markup, type Markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";
import { pill } from "./tone";

/** What somebody has to do something about. What is not known yet is decided by the update and only counted here. */
const OPEN: readonly RowVerdict[] = ["violated", "advised", "exempt"];

/** Everything that did not pass, the worst first. */
export function openPoints({ rules, counts }: Matrix): Markup {
  const rows = OPEN.flatMap((verdict) =>
    rules.flatMap((rule) => rule.judged.filter((each) => each.verdict === verdict).map((each) => rowOf(rule, each))),
  );
  const later =
    counts.unknown === 0
      ? undefined
      : markup`<p>${plural(counts.unknown, "judgement")} cannot be made from this file, because a value is made by the update or is secret. The update judges them before it makes the resource.</p>\n`;
  if (rows.length === 0) return markup`<p>Nothing is violated, advised or exempt.</p>\n${later}`;
  const head = [column("Verdict"), column("Resource"), column("Rule"), column("What is wrong and what to write")];
  return markup`${table("Everything that did not pass, the worst first", head, markup`<tbody>\n${rows}</tbody>`)}\n${later}`;
}

function rowOf({ id, citations }: RuleEvidence, judged: Judged): Markup {
  const place = sourceText(judged);
  return markup`<tr><td>${pill(judged.verdict)}</td><th scope="row" class="wide">${judged.name}<small><code>${place === "" ? judged.type : place}</code></small></th>
<td class="wide"><a href="#r-${id}"><code>${id}</code></a><small>${citations.join(", ")}</small></td><td class="wide">${judged.said.map((each) => markup`${each} `)}</td></tr>
`;
}
