/**
 * The three kinds of placeholder in a page: `<clusterName>`, an output or fact of the stack, or what a person has to find out;
 * `{{backup.objectives.rtoMinutes}}`, a setting; `<!-- keys -->`, a table.
 */
const PLACEHOLDER = /<(?<name>[A-Za-z][\w' -]*)>|\{\{(?<setting>[\w.]+)\}\}|<!-- (?<table>\w+) -->/g;
const KINDS = ["name", "setting", "table"] as const;

export type PlaceholderKind = (typeof KINDS)[number];

export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly name: string;
}

/** Each once, by kind and name. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found = [...text.matchAll(PLACEHOLDER)].map(({ groups }) => placeholderOf(groups));
  const byKey = new Map(found.map((each) => [`${KINDS.indexOf(each.kind)} ${each.name}`, each]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The text with each placeholder replaced; where `fill` has nothing for one, it stays. What is filled in is not searched. */
export function replacePlaceholders(text: string, fill: (placeholder: Placeholder) => string | undefined): string {
  let done = "";
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    done += text.slice(end, match.index) + (fill(placeholderOf(match.groups)) ?? match[0]);
    end = match.index + match[0].length;
  }
  return done + text.slice(end);
}

function placeholderOf(groups: Readonly<Record<string, string | undefined>> = {}): Placeholder {
  const kind = KINDS.find((each) => groups[each] !== undefined) ?? "name";
  return { kind, name: groups[kind] ?? "" };
}
