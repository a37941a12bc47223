import { appliesTo, type Rule } from "../rule";
import type { Exemption, ExemptionProblem } from "./exemptions";
import type { Finding, NotKnown } from "./outcome";
import { type Described, Resource } from "./resource";
import { Session, type Settings } from "./session";
import { Stack } from "./stack";

/** `unknown`: nothing is wrong so far, and something cannot be judged yet. `exempt`: wrong, and let pass. */
export type Verdict = "passed" | "failed" | "unknown" | "exempt";

/** What one rule says about one resource, by itself and among the others. */
export interface Judgement {
  readonly rule: Rule;
  readonly resource: Resource;
  readonly level: "mandatory" | "advisory";
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly unknowns: readonly NotKnown[];
  readonly exemption?: Exemption;
}

export interface Evaluation {
  /** In the order of their URNs. */
  readonly resources: readonly Resource[];
  /** One for every resource and rule that applies to it, by URN, then in the order of the pack. */
  readonly judgements: readonly Judgement[];
  /** What is wrong with the list of exemptions. */
  readonly problems: readonly ExemptionProblem[];
}

export interface Evaluated {
  readonly rules: readonly Rule[];
  /** What the program asks for. */
  readonly resources: readonly Described[];
  /** By URN, what a resource is said to be, its inputs included. @default what the program asks for */
  readonly outputs?: ReadonlyMap<string, unknown>;
  readonly settings?: Settings;
  /** The day exemptions are measured by, as YYYY-MM-DD. @default the day of the clock, in UTC */
  readonly today?: string;
}

/** Judges a whole stack with no engine at hand: the same rules, levels and exemptions, and what was passed as well. */
export function evaluate({ rules, resources, outputs, settings = {}, today }: Evaluated): Evaluation {
  const session = new Session(rules, { today });
  session.configure(settings);
  const sorted = resources.toSorted((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
  const all = sorted.map((each) => new Resource(each));
  for (const each of all) session.see(each);
  const told = sorted.map((each) => ({ ...each, props: outputs?.get(each.urn) ?? each.props }));
  const stack = new Stack(told, session.inputs);
  const judgements = all.flatMap((resource) =>
    rules.filter((rule) => appliesTo(rule, resource.type)).map((rule) => judge(rule, resource, stack, session)),
  );
  return { resources: all, judgements, problems: session.exemptionProblems(all.map(({ urn }) => urn)) };
}

function judge(rule: Rule, resource: Resource, stack: Stack, session: Session): Judgement {
  const alone = session.note(rule, resource, "resource", rule.check?.(resource, session.inputs));
  const among = session.note(rule, resource, "stack", rule.checkInStack?.(resource, stack));
  const findings = [...alone.findings, ...among.findings];
  const unknowns = [...alone.unknowns, ...among.unknowns];
  const exemption = alone.exemption ?? among.exemption;
  const verdict = findings.length > 0 ? (exemption ? "exempt" : "failed") : unknowns.length > 0 ? "unknown" : "passed";
  const level = session.levelOf(rule, resource.urn);
  return { rule, resource, level, verdict, findings, unknowns, ...(exemption && { exemption }) };
}
