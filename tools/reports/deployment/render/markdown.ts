import type { Block, Section, Span, Table } from "../block";
import type { Page } from "./html";

/** The same for who reads in a terminal. */
export function markdownReport({ title, sections }: Page): string {
  return `${[`# ${title}`, ...sections.map(sectionOf)].join("\n\n").trimEnd()}\n`;
}

function sectionOf({ title, isWhole = false, blocks }: Section): string {
  const drawn = blocks.map((each) => blockOf(each, 3));
  return [...(isWhole ? [] : [`## ${title}`]), ...drawn].join("\n\n");
}

function blockOf(block: Block, level: number): string {
  switch (block.kind) {
    case "text":
      return line(block.spans);
    case "list":
      return block.items.map((item) => `- ${line(item)}`).join("\n");
    case "commands":
      return fence(block.lines.join("\n"));
    case "file":
      return `\`${block.name}\`\n\n${fence(block.text.trimEnd())}`;
    case "fold":
      return [`${"#".repeat(level)} ${block.title}`, ...block.blocks.map((each) => blockOf(each, level + 1))].join(
        "\n\n",
      );
    case "made":
      return block.markdown.trimEnd();
    case "table":
      return tableOf(block, level);
  }
}

function tableOf({ title, hasHeading, head, rows }: Table, level: number): string {
  const width = rows[0]?.length ?? head.length;
  const heads = head.length > 0 ? head : Array.from({ length: width }, () => "");
  const drawn = [heads, heads.map(() => "---"), ...rows.map((row) => row.map((spans) => cell(line(spans))))];
  const table = drawn.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return hasHeading ? `${"#".repeat(level)} ${title}\n\n${table}` : table;
}

const fence = (text: string) => `\`\`\`\n${text}\n\`\`\``;
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (spans: readonly Span[]) =>
  spans.map((each) => (typeof each === "string" ? each.replace(/[<>*_]/g, "\\$&") : `\`${each.code}\``)).join("");
