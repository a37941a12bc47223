import { performance } from "node:perf_hooks";
import { evaluate } from "../../policies/engine/evaluate";
import { appliesTo, type Rule } from "../../policies/rule";
import { describeStack } from "../../tools/reports/policy/judgeSnapshot";
import type { Snapshot } from "../../tools/shared/snapshot/snapshot";
import type { Evaluation } from "./report";
import { median } from "./statistics";

/** Any day: it decides on exemptions only. */
const TODAY = "2027-01-01";

/** Judges a stack so many times, after a first round, and says what each rule took. */
export function timeRules(snapshot: Snapshot, rules: readonly Rule[], runs: number): Evaluation {
  const stack = describeStack(snapshot);
  const spent = new Map<Rule, number>();
  const timed = rules.map((rule) => withClock(rule, spent));
  const round = () => {
    spent.clear();
    const from = performance.now();
    const { judgements } = evaluate({ ...stack, rules: timed, today: TODAY });
    return { judgements: judgements.length, total: performance.now() - from, spent: new Map(spent) };
  };
  const first = round();
  const rounds = Array.from({ length: runs }, round);
  const perRule = rules.map((rule) => ({
    rule: rule.id,
    resources: snapshot.resources.filter(({ type }) => appliesTo(rule, type)).length,
    milliseconds: median(rounds.map((each) => each.spent.get(rule) ?? 0)),
  }));
  return {
    resources: snapshot.resources.length,
    rules: rules.length,
    judgements: first.judgements,
    milliseconds: median(rounds.map(({ total }) => total)),
    firstMilliseconds: first.total,
    perRule: perRule.toSorted((a, b) => b.milliseconds - a.milliseconds),
  };
}

/** The same rule; what its checks take is added up. */
function withClock(rule: Rule, spent: Map<Rule, number>): Rule {
  const clocked = <In extends readonly unknown[], Out>(check: (...given: In) => Out) => {
    return (...given: In): Out => {
      const from = performance.now();
      try {
        return check(...given);
      } finally {
        spent.set(rule, (spent.get(rule) ?? 0) + performance.now() - from);
      }
    };
  };
  const { check, checkInStack } = rule;
  return {
    ...rule,
    ...(check && { check: clocked(check) }),
    ...(checkInStack && { checkInStack: clocked(checkInStack) }),
  };
}
