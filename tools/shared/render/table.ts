import { type Content, markup, type Markup } from "./markup";

/** A table that scrolls inside itself where the page is narrow, and that a keyboard can scroll too. */
export function table(caption: Content, head: readonly Markup[], body: Content): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Table, scrolls sideways">
<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
${body}
</table>
</div>`;
}

/** The head of a column. */
export function column(title: string, tone = ""): Markup {
  return markup`<th scope="col"${tone === "" ? undefined : markup` class="${tone}"`}>${title}</th>`;
}
