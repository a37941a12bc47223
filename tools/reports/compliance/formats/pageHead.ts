import type { Matrix } from "../matrix";
import { countsText, kindText, plural, resultText, STATUS_WORDS, STATUSES } from "../words";
import { type Content, markup, type Markup } from "../../../shared/render/markup";
import { toneOf } from "./tone";

/** What was judged and what came of it, on the first screen. */
export function pageHead(matrix: Matrix): Markup {
  const { stack, project, today, pack, snapshotSha256, resources, counts, refused, citationCounts } = matrix;
  const facts: readonly (readonly [string, Content])[] = [
    ["Stack", `${stack} of ${project}, ${kindText(matrix)}`],
    ["Day", today],
    ["Rules", `${String(pack.rules)} in ${pack.name} ${pack.version}`],
    ["Judged", `${plural(resources, "resource")}: ${countsText(counts)}`],
    ["SHA-256 of the input", markup`<code>${snapshotSha256}</code>`],
  ];
  const tiles = STATUSES.map(
    (
      each,
    ) => markup`<li class="${toneOf(each)}"><b>${citationCounts[each]}</b>${each}<small>${STATUS_WORDS[each]}</small></li>
`,
  );
  return markup`<header>
<h1>HIPAA Security Rule: evidence</h1>
<p class="soft">Which rules serve each citation of 45 CFR 164.308 to 164.316, what they judged, and what shows it.</p>
<dl class="facts">
${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
<p class="verdict ${refused ? "bad" : "good"}"><strong>${resultText(matrix)}</strong></p>
<ul class="tiles" aria-label="Citations by status">
${tiles}</ul>
<p>Shown means: as far as software can show it, because each rule that serves the citation passed on each resource it
judged. That is evidence for an assessment, not its result. Addressable does not mean optional: 164.306(d)(3). What people
do stands beside it.</p>
</header>`;
}
