import type { Evaluation, Judgement } from "../../../policies/engine/evaluate";
import type { Rule } from "../../../policies/rule";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { countsOf, verdictOf } from "./counts";
import { daysBetween } from "./exemptionRows";
import type { Judged, RuleEvidence, TestsIndex } from "./matrix";
import { readingsOf } from "./readings";

/** Every rule with the resources it judged, what it read of them, and how it is tested itself. */
export function ruleEvidence(
  rules: readonly Rule[],
  evaluation: Evaluation,
  snapshot: Snapshot,
  today: string,
  tests: TestsIndex,
): readonly RuleEvidence[] {
  const readings = readingsOf(snapshot, evaluation);
  const sources = new Map(snapshot.resources.map(({ urn, source }) => [urn, source]));
  const judgedBy = (judgement: Judgement): Judged => {
    const { urn, type, name } = judgement.resource;
    const source = sources.get(urn);
    const { exemption } = judgement;
    return {
      urn,
      type,
      name,
      verdict: verdictOf(judgement),
      ...(source && { source }),
      readings: readings(judgement),
      said: saidOf(judgement),
      ...(exemption && {
        exemption: { owner: exemption.owner, until: exemption.until, daysLeft: daysBetween(today, exemption.until) },
      }),
    };
  };
  return rules.map((rule) => {
    const own = evaluation.judgements.filter((each) => each.rule.id === rule.id);
    const test = tests.byRule[rule.id];
    return {
      id: rule.id,
      title: rule.title,
      severity: rule.severity,
      level: own[0]?.level ?? rule.level ?? "mandatory",
      citations: rule.controls,
      ...(test && { tests: test }),
      counts: countsOf(own),
      judged: own.map(judgedBy),
    };
  });
}

function saidOf({ findings, unknowns, rule }: Judgement): readonly string[] {
  const wrong = findings.map(
    ({ property, problem, write }) => `${property}: ${problem}. ${write ?? rule.remediation}.`,
  );
  return [...wrong, ...unknowns.map(({ property }) => `${property}: not known yet`)];
}
