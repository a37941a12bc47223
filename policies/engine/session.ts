import type { Rule } from "../rule";
import type { NotKnown } from "./outcome";
import { type Resource, stackOf } from "./resource";

/** More examples than this make the line unreadable; the count is given anyway. */
const EXAMPLES = 4;

export interface Settings {
  readonly ephemeralStacks?: readonly string[];
}

/** What the policies of one process share: the configuration, what was asked for, and what could not be judged yet. */
export class Session {
  private ephemeral: readonly RegExp[] = [];
  private readonly seen = new Map<string, Resource>();
  private readonly open = new Map<string, Map<string, readonly string[]>>();

  constructor() {
    this.configure({});
  }

  configure({ ephemeralStacks = ["dev"] }: Settings): void {
    this.ephemeral = ephemeralStacks.map((each) => new RegExp(`^${each.split("*").map(escaped).join(".*")}$`));
  }

  isEphemeral(urn: string): boolean {
    const stack = stackOf(urn);
    return this.ephemeral.some((each) => each.test(stack));
  }

  /** Remembers what the program asks for, so that stack rules do not have to guess it from outputs. */
  see(resource: Resource): void {
    this.seen.set(resource.urn, resource);
  }

  get inputs(): ReadonlyMap<string, Resource> {
    return this.seen;
  }

  /** Replaces what was said before: the update that follows a preview in one process knows more. */
  note(rule: Rule, resource: Resource, stage: string, unknowns: readonly NotKnown[]): void {
    const open = this.open.get(rule.id) ?? new Map<string, readonly string[]>();
    this.open.set(rule.id, open);
    const key = `${stage} ${resource.urn}`;
    if (unknowns.length === 0) open.delete(key);
    else
      open.set(
        key,
        unknowns.map(({ property }) => `${resource.name}.${property}`),
      );
  }

  /** One line per rule that has something left to judge, and when that will be. */
  openQuestions(): readonly string[] {
    return [...this.open].flatMap(([id, open]) => {
      const where = [...new Set([...open.values()].flat())];
      if (where.length === 0) return [];
      const more = where.length > EXAMPLES ? ` and ${String(where.length - EXAMPLES)} more` : "";
      const when = [...open.keys()].every((key) => key.startsWith("resource ")) ? "" : " (at its end)";
      return `${id}${when}: ${where.slice(0, EXAMPLES).join(", ")}${more}`;
    });
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
