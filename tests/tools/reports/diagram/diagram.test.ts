import { strict as assert } from "node:assert";
import { diagram } from "../../../../tools/reports/diagram/diagram";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { changed, stack, STACKS } from "./stacks";

const WIDTHS = ["wide", "narrow"] as const;
const prod = stack("prod");
const shuffled = ({ resources, ...rest }: Snapshot): Snapshot => ({
  ...rest,
  resources: resources
    .map((each) => ({
      ...each,
      propertyDependencies: Object.fromEntries(
        Object.entries(each.propertyDependencies).map(([key, urns]) => [key, urns.toReversed()]),
      ),
    }))
    .toReversed(),
});

/** WCAG 2.2, contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, read 2026-11-24. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((each) => {
      const part = Number.parseInt(each, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [dark = 1, bright = 1] = [light(a), light(b)].toSorted((one, other) => one - other);
  return bright / dark;
}

describe("a diagram", () => {
  for (const name of STACKS)
    for (const width of WIDTHS)
      it(`of ${name}, ${width}, is the same whatever the order of resources`, () => {
        const once = diagram(stack(name), { width });
        assert.equal(diagram(stack(name), { width }), once);
        assert.equal(diagram(shuffled(stack(name)), { width }), once);
      });

  for (const width of WIDTHS) {
    const svg = diagram(prod, { width });

    it(`${width}: needs nothing from elsewhere and runs nothing`, () => {
      assert.doesNotMatch(svg, /<script|<foreignObject|<image|@import|url\(|href=|\son[a-z]+=/);
      assert.deepEqual([...new Set(svg.match(/https?:[^"<\s]*/g))], ["http://www.w3.org/2000/svg"]);
    });

    it(`${width}: has a title and a description that tells the flows`, () => {
      assert.match(svg, /role="img" aria-labelledby="architecture-\w+-title architecture-\w+-desc"/);
      assert.match(svg, /<title id="architecture-\w+-title">Architecture of telehealth, prod<\/title>/);
      assert.match(svg, /<desc [^>]*>[^<]*API Gateway to Load balancer: VPC link\./);
    });
  }

  it("has ids and styles of its own, so that both widths can stand on one page", () => {
    const [one = [], other = []] = WIDTHS.map((width) => {
      const svg = diagram(prod, { width });
      const rules = (/<style>\n([^<]*)/.exec(svg)?.[1] ?? "").split("\n").filter((each) => each !== "");
      assert.ok(rules.every((rule) => rule.includes(`#architecture-${width}`)));
      return Array.from(svg.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    });
    assert.equal(one.length, 3);
    assert.ok(!one.some((id) => other.includes(id)));
  });

  it("escapes what has a meaning in XML", () => {
    const odd = changed(prod, (each) =>
      each.name === "users-admin" ? { ...each, inputs: { ...each.inputs, name: `<b a="1">&'` } } : each,
    );
    const svg = diagram(odd, { width: "narrow" });
    assert.ok(!svg.includes("<b a"));
    assert.ok(svg.includes("&lt;b a=&quot;1&quot;&gt;&amp;&#39;"));
  });

  it("is well formed: every element is closed in turn", () => {
    const open: string[] = [];
    for (const [, close, name, , own] of diagram(prod).matchAll(/<(\/?)([a-z]+)((?:"[^"]*"|[^>"])*?)(\/?)>/g)) {
      if (close === "/") assert.equal(open.pop(), name);
      else if (own !== "/") open.push(name ?? "");
    }
    assert.deepEqual(open, []);
  });

  it("can be read in light and in dark: at least 4.5 to 1", () => {
    const sheets = Array.from(diagram(prod).matchAll(/\{(--[^}]*)/g), ([, rules = ""]) => rules);
    assert.equal(sheets.length, 2);
    for (const sheet of sheets) {
      const colours = new Map(
        Array.from(sheet.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g), ([, name, colour]) => [name, colour]),
      );
      const grounds = [...colours.keys()].filter((name) => /^(?!ink|quiet|flow|copy)\w+$/.test(name ?? ""));
      assert.ok(grounds.length > 9);
      for (const ground of grounds)
        for (const ink of ["ink", "quiet"])
          assert.ok(contrast(colours.get(ground) ?? "", colours.get(ink) ?? "") >= 4.5, `${ink} on ${ground}`);
      for (const ink of ["flow", "copy"])
        assert.ok(contrast(colours.get("page") ?? "", colours.get(ink) ?? "") >= 4.5, ink);
    }
  });
});
