import type { Citation, Matrix } from "../matrix";
import { SECTIONS, sectionOf } from "../safeguards";
import { countsText, plural } from "../words";
import { markup, type Markup } from "../../../shared/render/markup";
import { column, table } from "../../../shared/render/table";
import { pill } from "./tone";

/** The place of a citation's details on the page. */
export function anchorOf({ id }: Citation): string {
  return `c-${id.replaceAll(/[().]+/g, "-").replace(/-$/, "")}`;
}

/** Every citation in one line, by the parts of the Security Rule. */
export function citationTable({ citations }: Matrix): Markup {
  const head = [column("Citation"), column("What it asks for"), column("Status"), column("Rules", "number")];
  const more = [column("Resources", "number"), column("Judgements")];
  const groups = Object.entries(SECTIONS).map(([section, title]) => {
    const own = citations.filter(({ id }) => sectionOf(id) === section);
    return markup`<tbody>
<tr class="group"><th scope="rowgroup" colspan="6">${title}, 45 CFR ${section}</th></tr>
${own.map(rowOf)}</tbody>
`;
  });
  return table("Status of every citation of the HIPAA Security Rule", [...head, ...more], groups);
}

function rowOf(citation: Citation): Markup {
  const { id, title, kind, asks, status, rules, resources, counts, notByRule, duty } = citation;
  const told =
    notByRule === undefined
      ? markup`<td class="number">${rules.length}</td><td class="number">${resources}</td><td>${countsText(counts)}${
          duty && markup`<small>and a duty</small>`
        }</td>`
      : markup`<td class="number">–</td><td class="number">–</td><td><small>${duty?.by === "AWS" ? "AWS" : "the team"} shows it</small></td>`;
  return markup`<tr><th scope="row" class="cite"><a href="#${anchorOf(citation)}">${id}</a><small>${kind}</small></th>
<td class="wide">${title}<small>${asks}</small></td><td>${pill(status)}</td>${told}</tr>
`;
}

/** `12 rules, 40 resources`. */
export function extentOf({ rules, resources }: Citation): string {
  return `${plural(rules.length, "rule")}, ${plural(resources, "resource")}`;
}
