import { type Content, Markup, markup } from "./markup";
import { STYLE } from "./style";

/** One page that needs nothing else: no network, no script, no other file. */
export function page(title: string, main: Content): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`.text;
}

/** Links to the parts of a page, by their ids. */
export function navigation(parts: readonly { readonly id: string; readonly title: string }[]): Markup {
  const links = parts.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`);
  return markup`<nav aria-label="Parts of this report"><ul>${links}</ul></nav>`;
}
