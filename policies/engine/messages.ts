import type { Rule } from "../rule";
import type { Exemption } from "./exemptions";
import type { Finding } from "./outcome";

/** `property: what is wrong. What to write. [citation]` */
export function messageOf(rule: Rule, { property, problem, write = rule.remediation }: Finding): string {
  const cited = rule.controls.map((each) => `45 CFR ${each}`).join(", ");
  return `${property}: ${problem}. ${write.replace(/\.$/, "")}. [${cited}]`;
}

/** `rule: exempt until <day>, by <owner>: <reason>. <finding>` */
export function exemptedMessageOf(rule: Rule, finding: Finding, { until, owner, reason }: Exemption): string {
  return `${rule.id}: exempt until ${until}, by ${owner}: ${reason.replace(/\.$/, "")}. ${messageOf(rule, finding)}`;
}
