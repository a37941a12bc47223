import type {
  Policies,
  ReportViolation,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationArgs,
} from "@pulumi/policy";
import { CONTROLS, urlOf } from "../controls";
import { appliesTo, type Rule } from "../rule";
import { messageOf } from "./messages";
import { isNotKnown, type Outcome, type Outcomes } from "./outcome";
import { Resource } from "./resource";
import type { Session, Stage } from "./session";
import { Stack } from "./stack";

/**
 * The SDK's policy of a rule. The SDK copies all properties for every policy it runs: of one resource for each resource,
 * of every resource for the stack, whether or not the rule applies to any. Some hundred rules would take seconds. So the
 * pack's first policy has all rules judge, and the policies of rules only run where there is something to report: a list
 * of validations that is empty, and a stack validation that is not there, cost nothing. Where the first policy did not
 * run, because the configuration disables it, each policy judges by itself.
 */
export class RulePolicy {
  private readonly validations: ResourceValidation[] = [];
  private stackValidation: StackValidation | undefined;

  constructor(
    private readonly rule: Rule,
    private readonly session: Session,
    readonly name: string,
    private readonly level: "mandatory" | "advisory",
    private readonly speaksFor: (urn: string) => boolean,
  ) {
    this.judgeByItself();
    this.stackValidation = (args, tell) => {
      const stack = graphOf(args, this.session);
      for (const [resource, outcomes] of this.judgeAll(stack)) this.report(resource, outcomes, "stack", tell);
    };
  }

  get policy(): Policies[number] {
    const { rule } = this;
    const [control] = rule.controls;
    const policy: ResourceValidationPolicy = {
      name: this.name,
      displayName: rule.title,
      description: `${rule.title}.`,
      enforcementLevel: this.level,
      severity: rule.severity,
      framework: {
        name: "HIPAA Security Rule",
        version: "45 CFR Part 164 Subpart C",
        reference: rule.controls.join(", "),
        specification: CONTROLS[control],
      },
      tags: ["hipaa", "aws", rule.family],
      remediationSteps: rule.remediation,
      url: urlOf(control),
      ...(rule.check && { validateResource: this.validations }),
    };
    return rule.checkInStack ? withStackValidation(policy, () => this.stackValidation) : policy;
  }

  /** Judges a resource now, and runs for it only if there is something to say. */
  judge(resource: Resource): void {
    const { rule } = this;
    if (!rule.check) return;
    this.validations.length = 0;
    if (!appliesTo(rule, resource.type) || !this.speaksFor(resource.urn)) return;
    const { check } = rule;
    const outcomes = attempt(() => this.worthTelling(resource, "resource", check(resource, this.session.inputs)));
    if (!isEmpty(outcomes))
      this.validations.push((_args, tell) => {
        this.report(resource, outcomes(), "resource", tell);
      });
  }

  /** Judges whatever resource comes when its turn comes. */
  judgeByItself(): void {
    const { rule } = this;
    this.validations.length = 0;
    this.validations.push((args, tell) => {
      const resource = this.session.inputs.get(args.urn) ?? new Resource(args);
      if (!rule.check || !appliesTo(rule, resource.type) || !this.speaksFor(args.urn)) return;
      this.report(resource, rule.check(resource, this.session.inputs), "resource", tell);
    });
  }

  /** Judges all resources now, and runs for the stack only if there is something to say. */
  judgeStack(stack: Stack): void {
    if (!this.rule.checkInStack) return;
    const judged = attempt(() => this.judgeAll(stack));
    this.stackValidation = isEmpty(judged)
      ? undefined
      : (_args, tell) => {
          for (const [resource, outcomes] of judged()) this.report(resource, outcomes, "stack", tell);
        };
  }

  /** The resources that there is something to say about. */
  private judgeAll(stack: Stack): readonly (readonly [Resource, Outcomes])[] {
    const { rule } = this;
    const { checkInStack } = rule;
    if (!checkInStack) return [];
    const own = stack.all(...rule.types).filter(({ urn }) => this.speaksFor(urn));
    return own.flatMap((each) => {
      const outcomes = this.worthTelling(each, "stack", checkInStack(each, stack));
      return outcomes.length > 0 ? [[each, outcomes] as const] : [];
    });
  }

  /** What the rule's policy has to report. What is only not known yet is noted for the policy that lists it. */
  private worthTelling(resource: Resource, stage: Stage, outcomes: Outcomes): readonly Outcome[] {
    const all = this.session.weigh(stage, outcomes);
    if (!all.every(isNotKnown)) return all;
    this.session.note(this.rule, resource, stage, all);
    return [];
  }

  private report(resource: Resource, outcomes: Outcomes, stage: Stage, tell: ReportViolation): void {
    const { findings, exemption } = this.session.note(this.rule, resource, stage, outcomes);
    if (!exemption) for (const each of findings) tell(messageOf(this.rule, each), resource.urn);
  }
}

/** The SDK asks whether a policy judges stacks each time it judges one. */
export function withStackValidation(
  policy: ResourceValidationPolicy,
  validation: () => StackValidation | undefined,
): Policies[number] {
  return Object.defineProperty(policy, "validateStack", { get: validation, enumerable: true });
}

/** The resources of a stack as the engine gives them to a stack rule. */
export function graphOf({ resources }: StackValidationArgs, session: Session): Stack {
  const described = resources.map((each) => ({
    type: each.type,
    name: each.name,
    urn: each.urn,
    props: each.props,
    opts: each.opts,
    ...(each.provider && { provider: each.provider }),
    dependencies: each.dependencies.map(({ urn }) => urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(each.propertyDependencies).map(([property, made]) => [property, made.map(({ urn }) => urn)]),
    ),
  }));
  return new Stack(described, session.inputs);
}

/** What a check returned, or its error, kept for the policy of the rule: the engine names that one in its message. */
function attempt<T extends readonly unknown[]>(judge: () => T): () => T {
  try {
    const result = judge();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** An error is something to report. */
function isEmpty(judged: () => readonly unknown[]): boolean {
  try {
    return judged().length === 0;
  } catch {
    return false;
  }
}
