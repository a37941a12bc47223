import { foreignPackage } from "../hatches/foreignPackage";
import { appliesTo, type Rule } from "../rule";
import { messageOf } from "./messages";
import { type Described, Resource } from "./resource";
import { type Occasion, Session, type Settings } from "./session";
import { LIMIT, within } from "./timeLimit";
import { canonical } from "./types";

/**
 * The rules about single resources for a program to run by itself, where nobody passed the pack to the command. It says
 * what a policy pack would stop: findings of mandatory rules that no exemption lets pass. What is not known yet passes until it is made.
 */
export class Guard {
  private readonly session: Session;
  private readonly byType = new Map<string, readonly Rule[]>();

  constructor(
    private readonly rules: readonly Rule[],
    settings: Settings,
    occasion: Occasion = {},
  ) {
    this.session = new Session(rules, occasion);
    this.session.configure(settings);
  }

  /** One line per finding: `rule (resource): property: what is wrong. What to write. [citation]` */
  findings(described: Described): readonly string[] {
    const own = this.rulesFor(canonical(described.type));
    if (own.length === 0) return [];
    const resource = new Resource(described);
    this.session.see(resource);
    const found: string[] = [];
    let at = "";
    const judgeAll = () => {
      for (const rule of own) {
        at = rule.id;
        found.push(...this.findingsOf(rule, resource));
      }
    };
    within(LIMIT, judgeAll, () => `${at} (${resource.name})`);
    return found;
  }

  /** What AWS calls a resource that has been made now: rules about later ones know it by that. */
  made(urn: string, id: string): void {
    const resource = this.session.inputs.get(urn);
    if (resource !== undefined) this.session.see(resource.called(id));
  }

  private findingsOf(rule: Rule, resource: Resource): readonly string[] {
    if (this.session.levelOf(rule, resource.urn) !== "mandatory") return [];
    const { findings, exemption } = this.session.note(
      rule,
      resource,
      "resource",
      rule.check?.(resource, this.session.inputs),
    );
    return exemption ? [] : findings.map((each) => `${rule.id} (${resource.name}): ${messageOf(rule, each)}`);
  }

  /** Whether a package that no rule reads may be used in a stack: some provider of it is exempt from `foreign-package`. */
  allowsPackage(name: string, stack: string): boolean {
    return this.session.isSomeExempt(foreignPackage.id, stack, `pulumi:providers:${name}`);
  }

  private rulesFor(type: string): readonly Rule[] {
    const known = this.byType.get(type);
    if (known) return known;
    const own = this.rules.filter((rule) => rule.check && appliesTo(rule, type));
    this.byType.set(type, own);
    return own;
  }
}
