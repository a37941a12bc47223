import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { CONTROLS, urlOf } from "../controls";
import { appliesTo, type Rule } from "../rule";
import { type Finding, flatten, isNotKnown, type Outcomes } from "./outcome";
import { Resource } from "./resource";
import { Session } from "./session";
import { Stack } from "./stack";
import { canonical } from "./types";

/** The policy that carries the pack's configuration. It runs first, for every resource, and never complains. */
export const SETTINGS_POLICY = "pack-settings";
/** The policy that says what could not be judged yet. It runs last. */
export const NOT_KNOWN_POLICY = "not-yet-known";

const SETTINGS_SCHEMA: PolicyConfigSchema = {
  properties: {
    ephemeralStacks: {
      type: "array",
      items: { type: "string" },
      default: ["dev"],
      description:
        "Stacks that may be thrown away: rules against losing data only advise there. * stands for any text.",
    },
  },
};

/** The SDK's policies for these rules. All of them share one session, so this is called once per process. */
export function policiesFor(rules: readonly Rule[]): Policies {
  const session = new Session();
  return [settings(session), ...rules.flatMap((rule) => policiesOf(rule, session)), notYetKnown(session)];
}

/**
 * One policy per rule. A rule that is lenient in ephemeral stacks gets an advisory twin, because a policy's enforcement
 * level is fixed: the one reports outside ephemeral stacks, the other inside.
 */
function policiesOf(rule: Rule, session: Session): Policies {
  const level = rule.level ?? "mandatory";
  if (rule.lenientWhenEphemeral !== true) return [policy(rule, session, rule.id, level, () => true)];
  const ephemeral = (urn: string) => session.isEphemeral(urn);
  return [
    policy(rule, session, rule.id, level, (urn) => !ephemeral(urn)),
    policy(rule, session, `${rule.id}-ephemeral`, "advisory", ephemeral),
  ];
}

function policy(
  rule: Rule,
  session: Session,
  name: string,
  enforcementLevel: "mandatory" | "advisory",
  speaksFor: (urn: string) => boolean,
): Policies[number] {
  const [control] = rule.controls;
  const report = (resource: Resource, outcomes: Outcomes, stage: "resource" | "stack", tell: ReportViolation): void => {
    const all = flatten(outcomes);
    session.note(rule, resource, stage, all.filter(isNotKnown));
    for (const each of all) if (!isNotKnown(each)) tell(messageOf(rule, each), resource.urn);
  };
  const { check, checkInStack } = rule;
  return {
    name,
    displayName: rule.title,
    description: `${rule.title}.`,
    enforcementLevel,
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
    ...(check && {
      validateResource: (args: ResourceValidationArgs, tell: ReportViolation) => {
        if (!appliesTo(rule, canonical(args.type)) || !speaksFor(args.urn)) return;
        const resource = session.inputs.get(args.urn) ?? new Resource(args);
        report(resource, check(resource), "resource", tell);
      },
    }),
    ...(checkInStack && {
      validateStack: (args: StackValidationArgs, tell: ReportViolation) => {
        const stack = stackOf(args, session);
        for (const each of stack.all(...rule.types))
          if (speaksFor(each.urn)) report(each, checkInStack(each, stack), "stack", tell);
      },
    }),
  };
}

/** `property: what is wrong. What to write. [citation]` */
export function messageOf(rule: Rule, { property, problem, write = rule.remediation }: Finding): string {
  const cited = rule.controls.map((each) => `45 CFR ${each}`).join(", ");
  return `${property}: ${problem}. ${write.replace(/\.$/, "")}. [${cited}]`;
}

function stackOf({ resources }: StackValidationArgs, session: Session): Stack {
  const described = resources.map((each) => ({
    type: each.type,
    name: each.name,
    urn: each.urn,
    props: each.props,
    opts: each.opts,
    propertyDependencies: Object.fromEntries(
      Object.entries(each.propertyDependencies).map(([property, made]) => [property, made.map(({ urn }) => urn)]),
    ),
  }));
  return new Stack(described, session.inputs);
}

function settings(session: Session): Policies[number] {
  return {
    name: SETTINGS_POLICY,
    description: "Holds the configuration of the whole pack; reports nothing.",
    enforcementLevel: "advisory",
    configSchema: SETTINGS_SCHEMA,
    validateResource: (args) => {
      session.configure(args.getConfig());
      session.see(new Resource(args));
    },
  };
}

function notYetKnown(session: Session): Policies[number] {
  return {
    name: NOT_KNOWN_POLICY,
    description: "Values that do not exist before the update are judged during it, before their resource is created.",
    enforcementLevel: "advisory",
    validateStack: (_args, tell) => {
      const lines = session.openQuestions();
      if (lines.length > 0)
        tell(
          `${String(lines.length)} ${lines.length === 1 ? "rule waits" : "rules wait"} for such values:\n${lines.join("\n")}`,
        );
    },
  };
}
