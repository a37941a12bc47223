import type { Evaluation, Judgement, Verdict } from "../engine/evaluate";

/** How many rules judged something, and what came of it. */
export interface Counts extends Readonly<Record<Verdict, number>> {
  readonly evaluated: number;
}

export interface ResourceCoverage extends Counts {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

export interface Coverage {
  readonly total: Counts;
  /** By URN. Components are left out: they exist in Pulumi only. */
  readonly resources: readonly ResourceCoverage[];
  /** Types of the stack that no rule names: at most those for every type look at them. */
  readonly typesWithoutRule: readonly string[];
}

/** A package of another language's component, or of this program: not a resource of any cloud. */
const COMPONENT = /^(pulumi:pulumi:|awsx:|(?!(aws|aws-native|command|kubernetes|pulumi):)[\w-]+:[\w/-]+:[\w-]+$)/;

/** What was judged: rules evaluated, passed, failed, unknown and exempt, for every resource. */
export function coverageOf({ resources, judgements }: Evaluation): Coverage {
  const byUrn = new Map<string, Judgement[]>(resources.map(({ urn }) => [urn, []]));
  for (const each of judgements) byUrn.get(each.resource.urn)?.push(each);
  const rows = resources.flatMap(({ urn, type, name }) => {
    const own = byUrn.get(urn) ?? [];
    return own.length === 0 && COMPONENT.test(type) ? [] : [{ urn, type, name, ...countsOf(own) }];
  });
  const named = new Set(judgements.flatMap(({ rule }) => rule.types));
  const without = rows.map(({ type }) => type).filter((type) => !named.has(type) && !COMPONENT.test(type));
  return { total: countsOf(judgements), resources: rows, typesWithoutRule: [...new Set(without)].toSorted() };
}

function countsOf(judgements: readonly Judgement[]): Counts {
  const count = (verdict: Verdict) => judgements.filter((each) => each.verdict === verdict).length;
  return {
    evaluated: judgements.length,
    passed: count("passed"),
    failed: count("failed"),
    unknown: count("unknown"),
    exempt: count("exempt"),
  };
}
