import { codeBlock, code, inline, Markdown, markdownTable } from "../../../shared/render/markdown";
import type { Block, Section, Span, Table } from "../block";
import type { Page } from "./html";

/** The same for who reads in a terminal. */
export function markdownReport({ title, sections }: Page): string {
  return `${[`# ${inline(title)}`, ...sections.map(sectionOf)].join("\n\n").trimEnd()}\n`;
}

function sectionOf({ title, isWhole = false, blocks }: Section): string {
  const drawn = blocks.map((each) => blockOf(each, 3));
  return [...(isWhole ? [] : [`## ${inline(title)}`]), ...drawn].join("\n\n");
}

function blockOf(block: Block, level: number): string {
  switch (block.kind) {
    case "text":
      return line(block.spans);
    case "list":
      return block.items.map((item) => `- ${line(item)}`).join("\n");
    case "commands":
      return codeBlock(block.lines.join("\n"));
    case "file":
      return `${code(block.name).text}\n\n${codeBlock(block.text.trimEnd())}`;
    case "fold":
      return [
        `${"#".repeat(level)} ${inline(block.title)}`,
        ...block.blocks.map((each) => blockOf(each, level + 1)),
      ].join("\n\n");
    case "made":
      return block.markdown.trimEnd();
    case "table":
      return tableOf(block, level);
  }
}

function tableOf({ title, hasHeading, head, rows }: Table, level: number): string {
  const width = rows[0]?.length ?? head.length;
  const heads = head.length > 0 ? head : Array.from({ length: width }, () => "");
  const table = markdownTable(
    heads,
    rows.map((cells) => cells.map((spans) => new Markdown(line(spans)))),
  );
  return hasHeading ? `${"#".repeat(level)} ${inline(title)}\n\n${table}` : table;
}

const line = (spans: readonly Span[]) =>
  spans.map((span) => (typeof span === "string" ? inline(span) : code(span.code).text)).join("");
