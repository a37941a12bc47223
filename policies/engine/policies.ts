import type { Policies, PolicyConfigSchema } from "@pulumi/policy";
import type { Rule } from "../rule";
import { exemptedMessageOf } from "./messages";
import { Resource } from "./resource";
import { graphOf, RulePolicy, withStackValidation } from "./rulePolicy";
import { type Occasion, Session } from "./session";
import { LIMIT, within } from "./timeLimit";

/** The policy that carries the pack's configuration. It runs first, has every rule judge, and never complains. */
export const SETTINGS_POLICY = "pack-settings";
/** The policy that says what is wrong with the list of exemptions. It runs when every rule has been asked. */
export const EXEMPTIONS_POLICY = "pack-exemptions";
/** The policy that says which findings are let pass, until when, and why. */
export const EXEMPTED_POLICY = "exempted";
/** The policy that says what could not be judged yet. It runs last. */
export const NOT_KNOWN_POLICY = "not-yet-known";

const SETTINGS_SCHEMA: PolicyConfigSchema = {
  properties: {
    ephemeralStacks: {
      type: "array",
      items: { type: "string" },
      default: ["dev"],
      description: "Names of ephemeral stacks: rules against losing data only advise there, unless the data is phi.",
    },
    // What an entry must hold is judged by the pack itself, which can say more than that it does not match a schema.
    exemptions: {
      type: "array",
      default: [],
      description:
        "Rules that certain resources are exempt from for a while: entries of rule, urn (* stands for any text before the type and in the name), owner, reason and until (the last day, YYYY-MM-DD, within a year).",
    },
  },
};

/**
 * The SDK's policies for these rules. All of them share one session, so this is called once per process.
 *
 * @param limit milliseconds for all rules on one resource, and for each on the whole stack
 */
export function policiesFor(
  rules: readonly Rule[],
  { isUpdate = () => false, limit = LIMIT }: Occasion & { readonly limit?: number } = {},
): Policies {
  const session = new Session(rules, { isUpdate });
  const own = rules.flatMap((rule) => policiesOf(rule, session));
  const open = new Set<string>();
  return [
    settings(session, own, open, limit),
    ...own.map(({ policy }) => policy),
    exemptions(session),
    exempted(session),
    notYetKnown(session, open),
  ];
}

/**
 * One policy per rule. A rule that is lenient in ephemeral stacks gets an advisory twin, because a policy's enforcement
 * level is fixed: the one reports outside ephemeral stacks, the other inside.
 */
function policiesOf(rule: Rule, session: Session): readonly RulePolicy[] {
  const level = rule.level ?? "mandatory";
  if (rule.lenientWhenEphemeral !== true) return [new RulePolicy(rule, session, rule.id, level, () => true)];
  const ephemeral = (urn: string) => session.isEphemeral(urn);
  return [
    new RulePolicy(rule, session, rule.id, level, (urn) => !ephemeral(urn)),
    new RulePolicy(rule, session, `${rule.id}-ephemeral`, "advisory", ephemeral),
  ];
}

/** @param open URNs of resources whose policies have not all had their turn */
function settings(session: Session, own: readonly RulePolicy[], open: Set<string>, limit: number): Policies[number] {
  return withStackValidation(
    {
      name: SETTINGS_POLICY,
      description: "Holds the configuration of the whole pack; reports nothing.",
      enforcementLevel: "advisory",
      configSchema: SETTINGS_SCHEMA,
      validateResource: (args) => {
        session.configure(args.getConfig());
        const resource = new Resource(args);
        session.see(resource);
        // The engine asks about one resource after the other. Should it ever ask about two at once, what is prepared for
        // one must not be taken for the other's.
        const alone = open.size === 0;
        open.add(args.urn);
        let at: RulePolicy | undefined;
        const judgeAll = () => {
          for (const each of own) {
            at = each;
            if (alone) each.judge(resource);
            else each.judgeByItself();
          }
        };
        within(limit, judgeAll, () => `${at?.name ?? ""} (${resource.name})`);
      },
    },
    () => (args) => {
      const stack = graphOf(args, session);
      for (const each of own)
        within(
          limit,
          () => {
            each.judgeStack(stack);
          },
          () => each.name,
        );
    },
  );
}

function exemptions(session: Session): Policies[number] {
  return {
    name: EXEMPTIONS_POLICY,
    description: "Exemptions are valid, still running, and needed.",
    enforcementLevel: "mandatory",
    severity: "high",
    validateStack: ({ resources }, tell) => {
      for (const { property, problem, write } of session.exemptionProblems(resources.map(({ urn }) => urn)))
        tell(`${property}: ${problem}. ${write}.`);
    },
  };
}

function exempted(session: Session): Policies[number] {
  return {
    name: EXEMPTED_POLICY,
    description: "Findings that an exemption lets pass.",
    enforcementLevel: "advisory",
    validateStack: (_args, tell) => {
      for (const { rule, resource, findings, exemption } of session.exempted)
        for (const each of findings) if (exemption) tell(exemptedMessageOf(rule, each, exemption), resource.urn);
    },
  };
}

function notYetKnown(session: Session, open: Set<string>): Policies[number] {
  return withStackValidation(
    {
      name: NOT_KNOWN_POLICY,
      description: "Values that do not exist before the update are judged during it, before their resource is created.",
      enforcementLevel: "advisory",
      validateResource: ({ urn }) => {
        open.delete(urn);
      },
    },
    () => (_args, tell) => {
      const lines = session.openQuestions();
      if (lines.length > 0)
        tell(
          `${String(lines.length)} ${lines.length === 1 ? "rule waits" : "rules wait"} for such values:\n${lines.join("\n")}`,
        );
    },
  );
}
