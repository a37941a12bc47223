import { type Content, escapeMarkup, Markup, markup } from "./markup";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A tenth of a pixel is finer than anybody sees. */
export function pixels(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** An element; numbers are pixels, and an attribute that is undefined is left out. Content and attributes are escaped. */
export function element(name: string, attributes: Attributes, content?: Content): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [` ${key}="${typeof value === "number" ? pixels(value) : escapeMarkup(value)}"`];
  });
  const tag = `${name}${given.join("")}`;
  return content === undefined
    ? new Markup(`<${tag}/>`)
    : markup`${new Markup(`<${tag}>`)}${content}${new Markup(`</${name}>`)}`;
}

/** A drawing of its own, that can also stand in a page: each part on a line. */
export function drawing(attributes: Attributes, parts: readonly Markup[]): string {
  const lines = parts.map((part) => markup`\n${part}`);
  return element("svg", attributes, [...lines, "\n"]).text;
}
