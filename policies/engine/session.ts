import type { Rule } from "../rule";
import { defaultTags } from "../shared/providers";
import { type Exemption, type ExemptionProblem, Exemptions } from "./exemptions";
import { type Finding, flatten, isNotKnown, type NotKnown, type Outcome, type Outcomes } from "./outcome";
import { type Resource, stackOf } from "./resource";

/** What the provider's default tags, or its own, say that a resource is for. */
function dataClassOf(resource: Resource | undefined): string | undefined {
  const own = resource?.at("tagsAll", "DataClass").text ?? resource?.at("tags", "DataClass").text;
  return own ?? defaultTags(resource?.provider, "DataClass");
}

/** More examples than this make the line unreadable; the count is given anyway. */
const EXAMPLES = 4;

/** The configuration of the pack as a whole. */
export interface Settings {
  readonly ephemeralStacks?: readonly string[];
  /** What was written, valid or not. */
  readonly exemptions?: unknown;
}

/** When something is judged. */
export interface Occasion {
  /** The day exemptions are measured by, as YYYY-MM-DD. @default the day of the clock, in UTC */
  readonly today?: string | undefined;
  /** Whether what is judged is made next. @default false, it is previewed */
  readonly isUpdate?: () => boolean;
}

export type Stage = "resource" | "stack";

/** What came of one rule on one resource. */
export interface Ruling {
  readonly rule: Rule;
  readonly resource: Resource;
  readonly stage: Stage;
  readonly findings: readonly Finding[];
  readonly unknowns: readonly NotKnown[];
  /** Present if the findings are to be let pass. */
  readonly exemption?: Exemption;
}

const keyOf = ({ id }: Rule, { urn }: Resource, stage: Stage) => `${id} ${stage} ${urn}`;

/** What the policies of one process share: the configuration, what was asked for, and what came of it. */
export class Session {
  private ephemeral: readonly string[] = [];
  private exemptions: Exemptions;
  private configured = "";
  private readonly seen = new Map<string, Resource>();
  private readonly rulings = new Map<string, Ruling>();

  private readonly today: string;
  private readonly isUpdate: () => boolean;

  constructor(
    private readonly rules: readonly Rule[],
    { today = new Date().toISOString().slice(0, 10), isUpdate = () => false }: Occasion = {},
  ) {
    this.today = today;
    this.isUpdate = isUpdate;
    this.exemptions = new Exemptions([], rules, today);
    this.configure({});
  }

  configure({ ephemeralStacks = ["dev"], exemptions = [] }: Settings): void {
    const written = JSON.stringify([ephemeralStacks, exemptions]);
    if (written === this.configured) return;
    this.configured = written;
    this.ephemeral = ephemeralStacks;
    this.exemptions = new Exemptions(exemptions, this.rules, this.today);
  }

  /** In a stack that may be thrown away, as long as its resources do not say that they are for patients' data. */
  isEphemeral(urn: string): boolean {
    return this.ephemeral.includes(stackOf(urn)) && dataClassOf(this.seen.get(urn)) !== "phi";
  }

  /** How strict a rule is where a resource lives. */
  levelOf(rule: Rule, urn: string): "mandatory" | "advisory" {
    return rule.lenientWhenEphemeral === true && this.isEphemeral(urn) ? "advisory" : (rule.level ?? "mandatory");
  }

  /** Remembers what the program asks for, so that stack rules do not have to guess it from outputs. */
  see(resource: Resource): void {
    this.seen.set(resource.urn, resource);
  }

  get inputs(): ReadonlyMap<string, Resource> {
    return this.seen;
  }

  /**
   * What a check returned, as it counts now. A resource that is about to be made has all its values: what a rule still
   * cannot read then will never be judged, so it is refused.
   */
  weigh(stage: Stage, outcomes: Outcomes): readonly Outcome[] {
    const all = flatten(outcomes);
    if (!this.isUpdate() || stage !== "resource") return all;
    return all.map((each) =>
      isNotKnown(each)
        ? {
            property: each.property,
            problem: "is about to be created and still cannot be judged",
            write: "Give it a value that is known before its resource is created",
          }
        : each,
    );
  }

  /**
   * Sorts what a check returned, and remembers it in place of what it returned before: the update that follows a preview
   * in one process knows more.
   */
  note(rule: Rule, resource: Resource, stage: Stage, outcomes: Outcomes): Ruling {
    const all = this.weigh(stage, outcomes);
    const findings = all.flatMap((each) =>
      isNotKnown(each) || this.isSaid(rule, resource, stage, each) ? [] : [each],
    );
    // What is not known yet may turn out to need the exemption.
    const exemption = all.length > 0 ? this.exemptions.use(rule, resource.urn) : undefined;
    const ruling = {
      rule,
      resource,
      stage,
      findings,
      unknowns: all.filter(isNotKnown),
      ...(exemption && { exemption }),
    };
    const key = keyOf(rule, resource, stage);
    if (all.length > 0) this.rulings.set(key, ruling);
    else this.rulings.delete(key);
    return ruling;
  }

  /** A rule that looks at a resource alone and among the others says the same of it once. */
  private isSaid(rule: Rule, resource: Resource, stage: Stage, { property, problem }: Finding): boolean {
    const alone = stage === "stack" ? this.rulings.get(keyOf(rule, resource, "resource")) : undefined;
    return (alone?.findings ?? []).some((said) => said.property === property && said.problem === problem);
  }

  /** Whether some resource of a type is exempt from a rule in a stack. */
  isSomeExempt(id: string, stack: string, type: string): boolean {
    return this.exemptions.concerns(id, stack, type);
  }

  /** Findings that are let pass. */
  get exempted(): readonly Ruling[] {
    return [...this.rulings.values()].filter(({ findings, exemption }) => exemption && findings.length > 0);
  }

  /** What is wrong with the list of stacks that may be thrown away. */
  get ephemeralProblems(): readonly ExemptionProblem[] {
    return this.ephemeral.flatMap((each, index) =>
      /^[A-Za-z0-9_.-]+$/.test(each)
        ? []
        : [
            {
              property: `ephemeralStacks[${String(index)}]`,
              problem: `${JSON.stringify(each)} is not the name of a stack`,
              write: "Write the full name of each stack; wildcards are not allowed",
            },
          ],
    );
  }

  /** @param urns all resources of the stack */
  exemptionProblems(urns: readonly string[]): readonly ExemptionProblem[] {
    const notJudged = urns.filter((urn) => !this.seen.has(urn));
    const [first] = urns;
    const exemptions = first === undefined ? [] : this.exemptions.problems(stackOf(first), notJudged);
    return [...this.ephemeralProblems, ...exemptions];
  }

  /** One line per rule that has something left to judge, and when that will be. */
  openQuestions(): readonly string[] {
    const open = new Map<string, Ruling[]>();
    for (const ruling of this.rulings.values()) {
      const { id } = ruling.rule;
      if (ruling.unknowns.length > 0) open.set(id, [...(open.get(id) ?? []), ruling]);
    }
    return [...open].map(([id, rulings]) => {
      const paths = rulings.flatMap(({ resource, unknowns }) =>
        unknowns.map(({ property }) => `${resource.name}.${property}`),
      );
      const where = [...new Set(paths)];
      const more = where.length > EXAMPLES ? ` and ${String(where.length - EXAMPLES)} more` : "";
      const when = rulings.every(({ stage }) => stage === "resource") ? "" : " (at its end)";
      return `${id}${when}: ${where.slice(0, EXAMPLES).join(", ")}${more}`;
    });
  }
}
