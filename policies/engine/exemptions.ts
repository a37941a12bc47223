import { isNeverExempt, type Rule } from "../rule";
import { fits } from "./pattern";
import { stackOf } from "./resource";

/** A rule that need not be kept by some resources until a day, and who answers for it. */
export interface Exemption {
  /** The rule's id. */
  readonly rule: string;
  /** URN of the resource; `*` stands for any text before its type and in its name. */
  readonly urn: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day it holds, as YYYY-MM-DD. */
  readonly until: string;
}

/** Something wrong with the list of exemptions itself. */
export interface ExemptionProblem {
  /** Where it stands: `exemptions[2]`. */
  readonly property: string;
  readonly problem: string;
  readonly write: string;
}

interface Entry {
  readonly exemption: Exemption;
  readonly property: string;
}

/** Long enough for a change that waits for a release, short enough that somebody looks at it again. */
const MAX_DAYS = 366;
const DAY = 24 * 60 * 60 * 1000;
const FIELDS = ["rule", "urn", "owner", "reason", "until"] as const;
const SHAPE = `Write {${FIELDS.join(", ")}}, each a non-empty text`;

/** The exemptions of one run: which of them hold, which were needed, and what is wrong with the others. */
export class Exemptions {
  private readonly entries: readonly Entry[];
  private readonly wrong: readonly ExemptionProblem[];
  private readonly used = new Set<Entry>();

  /**
   * @param written what the configuration holds, whatever that is
   * @param today as YYYY-MM-DD
   */
  constructor(written: unknown, rules: readonly Rule[], today: string) {
    const items: readonly unknown[] = Array.isArray(written) ? written : [];
    const read = items.map((each, index) => entryOf(each, `exemptions[${String(index)}]`, rules, today));
    const none: readonly ExemptionProblem[] =
      written === undefined || written === null || Array.isArray(written)
        ? []
        : [{ property: "exemptions", problem: "is not a list", write: `Write a list. ${SHAPE} for every entry` }];
    this.entries = read.filter((each) => "exemption" in each);
    this.wrong = [...none, ...read.filter((each) => "problem" in each)];
  }

  /** The exemption that a resource has from a rule, if any. Asking counts as a use. */
  use(rule: Rule, urn: string): Exemption | undefined {
    const found = this.entries.filter(({ exemption }) => exemption.rule === rule.id && fits(exemption.urn, urn));
    for (const each of found) this.used.add(each);
    return found[0]?.exemption;
  }

  /** Whether some resource of a type is exempt from a rule in a stack, whatever it is called. Asking is no use of it. */
  concerns(id: string, stack: string, type: string): boolean {
    return this.entries.some(
      ({ exemption }) =>
        exemption.rule === id && concerns(exemption, stack) && exemption.urn.split("::")[2]?.endsWith(type) === true,
    );
  }

  /**
   * What is wrong with the list, known once the resources of the stack have been judged.
   * @param notJudged URNs that this run left out, as one with targets does: they may need an exemption
   */
  problems(stack: string, notJudged: readonly string[] = []): readonly ExemptionProblem[] {
    const unused = this.entries
      .filter((each) => !this.used.has(each) && concerns(each.exemption, stack))
      .filter(({ exemption }) => !notJudged.some((urn) => fits(exemption.urn, urn)))
      .map(({ exemption, property }) => ({
        property,
        problem: `no resource needs the exemption from ${exemption.rule} for ${exemption.urn}`,
        write: "Take it out of the list",
      }));
    return [...this.wrong, ...unused];
  }
}

function entryOf(written: unknown, property: string, rules: readonly Rule[], today: string): Entry | ExemptionProblem {
  const exemption = readExemption(written);
  const refuse = (problem: string, write: string) => ({ property, problem, write });
  if (typeof exemption === "string") return refuse(exemption, SHAPE);
  const { rule: id, urn, until } = exemption;
  const rule = rules.find((each) => each.id === id);
  if (!rule) return refuse(`there is no rule ${id}`, "Write the id of a rule, as its finding gives it");
  if (isNeverExempt(rule))
    return refuse(`no exemption from ${id} is possible`, "Comply with the rule: it protects patient data itself");
  if (!isNarrow(urn))
    return refuse(
      `${urn} is not a pattern for specific resources' URNs`,
      "Write urn:pulumi:<stack>::<project>::<type>::<name>: stack, project, the last type in full, and the name or at least three letters of it; * stands for any text before the type and within the name",
    );
  const last = dayOf(until);
  if (last === undefined) return refuse(`${until} is not a date`, "Write the last day as YYYY-MM-DD");
  if (until < today)
    return refuse(
      `the exemption from ${id} for ${urn} ended on ${until}`,
      "Comply with the rule, or have the exemption extended",
    );
  if (last - (dayOf(today) ?? last) > MAX_DAYS * DAY)
    return refuse(`${until} is more than a year away`, "Write a date within a year from now");
  return { exemption, property };
}

function readExemption(written: unknown): Exemption | string {
  if (typeof written !== "object" || written === null) return "is not an object";
  const entries = new Map<string, unknown>(Object.entries(written));
  const surplus = [...entries.keys()].filter((key) => !FIELDS.some((each) => each === key));
  if (surplus.length > 0) return `has unknown fields: ${surplus.join(", ")}`;
  const text = (field: string): string => {
    const value = entries.get(field);
    return typeof value === "string" ? value.trim() : "";
  };
  const missing = FIELDS.filter((each) => text(each) === "");
  if (missing.length > 0) return `says no ${missing.join(", no ")}`;
  return {
    rule: text("rule"),
    urn: text("urn"),
    owner: text("owner"),
    reason: text("reason"),
    until: text("until"),
  };
}

/** The type of the resource in full; the types of its parents before it in full, or `*` for whatever they are. */
const TYPE = /^(?:\*|[\w:/$.-]+\$)?[\w-]+:[\w/-]+:\w+$/;

/** Names one stack, one project, one type, and a name, or so much of it that it is somebody's. */
function isNarrow(urn: string): boolean {
  const [scheme = "", project = "", type = "", ...name] = urn.split("::");
  return (
    /^urn:pulumi:[^:*]+$/.test(scheme) &&
    /^[^*]+$/.test(project) &&
    TYPE.test(type) &&
    /^[^*]+$|[A-Za-z0-9]{3}/.test(name.join("::"))
  );
}

/** Whether it was written for the stack: a list may hold exemptions of several. */
function concerns({ urn }: Exemption, stack: string): boolean {
  return stackOf(urn) === stack;
}

/** Milliseconds of a day that exists. */
function dayOf(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : time;
}
