import { strict as assert } from "node:assert";
import { csv } from "../../../../tools/shared/render/csv";
import { code, codeBlock, inline, markdownTable, strong } from "../../../../tools/shared/render/markdown";
import { Markup, markup } from "../../../../tools/shared/render/markup";
import { navigation, page } from "../../../../tools/shared/render/page";
import { drawing, element } from "../../../../tools/shared/render/svg";
import { column, table } from "../../../../tools/shared/render/table";

/** What somebody may call a resource, or write into a reason, to be more than text. */
const HOSTILE = [
  "a|b",
  "a\\|b",
  "a\\",
  "two\nlines",
  "two\r\nlines",
  '<img src=x onerror="a()">\'',
  "&lt;b&gt; &#60;",
  "*strong* _soft_ ~gone~ [link](https://example.com)",
  "`code` and ``more``",
  "`",
  '=HYPERLINK("https://example.com")',
  "+1",
  "-1+1",
  "@SUM(1)",
  "\tcell",
  'a,"b"',
  "</style></title></svg><script>a()</script>",
] as const;

/** What is shown of an inline text: escapes and entities resolved. */
const shown = (markdown: string) =>
  markdown
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
const inLine = (text: string) => text.replaceAll(/\r?\n/g, " ");

describe("Markdown", () => {
  for (const text of HOSTILE) {
    it(`shows ${JSON.stringify(text)} as it is, in one cell of a table`, () => {
      for (const cell of [text, strong(text), code(text)]) {
        const lines = markdownTable(["a", "b", "c"], [["x", cell, "y"]]).split("\n");
        assert.equal(lines.length, 3);
        const bars = (lines[2] ?? "").replaceAll(/\\[\\|]/g, "").match(/\|/g);
        assert.equal(bars?.length, 4, lines[2]);
      }
    });

    it(`lets nothing begin in ${JSON.stringify(text)}`, () => {
      const written = inline(text);
      assert.equal(shown(written), inLine(text));
      assert.doesNotMatch(written.replaceAll(/\\./g, ""), /[<*_`[\]~\n]|&(?!lt;|amp;)#?\w+;/);
    });

    it(`holds ${JSON.stringify(text)} within code`, () => {
      const { text: written } = code(text);
      const [, fence = "", inner = ""] = /^(`+) ?(.*?) ?\1$/.exec(written) ?? [];
      if (written.startsWith("<code>")) assert.equal(shown(written.slice(6, -7)), inLine(text));
      else {
        assert.equal(inner, inLine(text));
        assert.ok(!inner.split(/[^`]+/).includes(fence), written);
      }
      const lines = codeBlock(text).split("\n");
      assert.ok(!lines.slice(1, -1).some((line) => line.startsWith(lines[0] ?? "")));
    });
  }

  it("has figures flush right", () => {
    assert.equal(
      markdownTable(["what", "USD"], [["NAT", 1.5]], (at) => at === 1),
      "| what | USD |\n| --- | ---: |\n| NAT | 1.5 |",
    );
  });
});

describe("CSV", () => {
  for (const text of HOSTILE)
    it(`holds ${JSON.stringify(text)} in a cell that no spreadsheet runs`, () => {
      const made = csv(["a", "b"], [[text, -1]]);
      const [, quoted, bare] = /^a,b\r\n(?:"((?:[^"]|"")*)"|([^",\r\n]*)),-1\r\n$/.exec(made) ?? [];
      const cell = quoted?.replaceAll('""', '"') ?? bare ?? assert.fail(made);
      assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      assert.equal(cell.replace(/^'/, ""), text);
    });
});

describe("HTML and SVG", () => {
  for (const text of HOSTILE)
    it(`show ${JSON.stringify(text)} as text`, () => {
      const made = [
        page(text, markup`${navigation([{ id: text, title: text }])}${table(text, [column(text, text)], text)}`),
        drawing({ "aria-label": text }, [element("text", { x: 1, class: text }, text), element("path", { d: text })]),
      ];
      for (const each of made) {
        assert.doesNotMatch(each, /<(?:img|script|b)\b|onerror="/);
        assert.equal(each.match(/<\/?(?:style|title|svg)\b/g)?.length, each.startsWith("<svg") ? 2 : 4);
        // Outside of tags and of quoted attributes no quote, bracket or ampersand of its own is left.
        const texts = each
          .replaceAll(/<style>[\s\S]*?<\/style>/g, "")
          .replaceAll(/<!?\/?[\w-]+(?: [\w-]+(?:="[^"]*")?)*\/?>/g, "");
        assert.doesNotMatch(texts, /[<>"]|&(?!(?:amp|lt|gt|quot|#39);)/);
      }
    });

  it("take markup as it is, and leave out what is absent", () => {
    assert.equal(markup`<p>${new Markup("<b>1</b>")}${undefined}${[1, "<"]}</p>`.text, "<p><b>1</b>1&lt;</p>");
    assert.equal(element("rect", { x: 1.26, rx: undefined, id: "a" }).text, '<rect x="1.3" id="a"/>');
    assert.equal(drawing({ id: "a" }, [element("g", {})]), '<svg id="a">\n<g/>\n</svg>');
  });
});
