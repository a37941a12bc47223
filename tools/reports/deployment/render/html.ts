import { type Content, Markup, markup } from "../../../shared/render/markup";
import { navigation, page } from "../../../shared/render/page";
import { type Block, LINE_BREAK, type Row, type Section, type Span, type Table } from "../block";

export interface Page {
  readonly title: string;
  readonly sections: readonly Section[];
}

export function htmlReport({ title, sections }: Page): string {
  return page(title, markup`<h1>${title}</h1>\n${navigation(sections)}\n${sections.map(sectionOf)}`);
}

function sectionOf({ id, title, isWhole = false, blocks }: Section): Markup {
  const drawn = blocks.map(blockOf);
  if (isWhole) return markup`${drawn}`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${drawn}</section>
`;
}

function blockOf(block: Block): Markup {
  switch (block.kind) {
    case "text":
      return markup`<p>${block.spans.map(spanOf)}</p>\n`;
    case "list":
      return markup`<ul class="plain">${block.items.map((item) => markup`<li>${item.map(spanOf)}</li>`)}</ul>\n`;
    case "commands":
      return markup`<pre tabindex="0"><code>${block.lines.join("\n")}</code></pre>\n`;
    case "file":
      return markup`<figure><figcaption><code>${block.name}</code></figcaption><pre tabindex="0"><code>${block.text}</code></pre></figure>\n`;
    case "fold":
      return markup`<details><summary>${block.title}</summary>${block.blocks.map(blockOf)}</details>\n`;
    case "made":
      return new Markup(block.html);
    case "table":
      return tableOf(block);
  }
}

function tableOf({ title, hasHeading, head, rows }: Table): Markup {
  const isKeyed = head.length === 0;
  const cells = (row: Row) =>
    row.map((spans, index): Content => {
      const content = spans.map(spanOf);
      return isKeyed && index === 0 ? markup`<th scope="row">${content}</th>` : markup`<td>${content}</td>`;
    });
  const heads = head.map((each) => markup`<th scope="col">${each}</th>`);
  return markup`${hasHeading ? markup`<h3>${title}</h3>\n` : ""}<div class="scroll" tabindex="0" role="region" aria-label="${title}: table"><table>
${isKeyed ? "" : markup`<thead><tr>${heads}</tr></thead>\n`}<tbody>
${rows.map((row) => markup`<tr>${cells(row)}</tr>\n`)}</tbody></table></div>
`;
}

const spanOf = (span: Span): Content =>
  span === LINE_BREAK ? markup`<br>` : typeof span === "string" ? span : markup`<code>${span.code}</code>`;
