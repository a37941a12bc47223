import { HUMAN_INPUTS } from "./humanInputs";
import { placeholdersIn, replacePlaceholders, type Placeholder } from "./placeholders";
import type { Missing, Value } from "./value";

/** What a page is filled from. */
export interface Filling {
  /** Undefined for what only a person can know. */
  readonly valueOf: (placeholder: Placeholder) => Value | undefined;
  /** Which stack and state that is, in one line. */
  readonly mark: string;
  /** From where the page will be to `docs/`, so that its links still lead somewhere. */
  readonly docs: string;
}

export interface Runbook {
  readonly text: string;
  readonly missing: readonly Missing[];
}

/** How each filled page begins below its title; a file without it was not written by this command. */
export const FILLED = "> Filled for ";

/** A page with every placeholder filled that can be, and at its end what is left for the person who types. */
export function renderRunbook(page: string, { valueOf, mark, docs }: Filling): Runbook {
  const placeholders = placeholdersIn(page);
  const missing = placeholders.flatMap((each) => {
    const value = valueOf(each);
    return value !== undefined && "why" in value ? [{ name: writtenAs(each), why: value.why }] : [];
  });
  const inputs = placeholders.filter((each) => valueOf(each) === undefined);
  const filled = replacePlaceholders(withLinks(page, docs), (each) => {
    const value = valueOf(each);
    return value !== undefined && "text" in value ? value.text : undefined;
  });
  const text = [
    withMark(filled.trimEnd(), mark),
    ...listed("Yours to fill in", inputs.map(inputLine)),
    ...listed(
      "Not filled",
      missing.map(({ name, why }) => `- \`${name}\`: ${why}`),
    ),
  ].join("\n");
  return { text: `${text}\n`, missing };
}

function writtenAs({ kind, name }: Placeholder): string {
  return { name: `<${name}>`, setting: `{{${name}}}`, table: `<!-- ${name} -->` }[kind];
}

/** Links to pages beside this one stay: they are filled together. */
function withLinks(page: string, docs: string): string {
  return page.replaceAll("](../", `](${docs}/`);
}

/** Below the title, so that it is the first thing that is read. */
function withMark(page: string, mark: string): string {
  const [title = "", ...rest] = page.split("\n");
  return [title, "", FILLED + mark, ...rest].join("\n");
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines];
}

const inputLine = ({ name }: Placeholder) => `- \`<${name}>\`: ${HUMAN_INPUTS[name] ?? ""}`;
