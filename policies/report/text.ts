import { coverageOf } from "./coverage";
import { findingsOf, isRefused, type Report, textOf } from "./report";

/** For people at a terminal: every finding, what waits, and the coverage in a few lines. */
export function textReport({ stack, evaluation, sources, rules }: Report): string {
  const { total, resources, typesWithoutRule } = coverageOf(evaluation);
  const findings = findingsOf(evaluation).map(([each, finding]) => {
    const place = sources.get(each.resource.urn);
    const where = place === undefined ? "" : ` (${place.file}:${String(place.line)})`;
    const weight = each.exemption ? "exempt" : `${each.level}, ${each.rule.severity}`;
    return `[${weight}] ${each.rule.id}: ${each.resource.name}${where}\n    ${textOf(each, finding)}`;
  });
  const problems = evaluation.problems.map(
    ({ property, problem, write }) => `[mandatory] ${property}: ${problem}. ${write}.`,
  );
  const judged = resources.filter(({ evaluated }) => evaluated > 0).length;
  const summary = [
    `${stack}: ${String(rules.length)} rules on ${String(resources.length)} resources, ${String(judged)} of which have rules.`,
    `${String(total.evaluated)} judgements: ${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.exempt)} exempt, ${String(total.unknown)} not known before the update.`,
    ...(typesWithoutRule.length > 0 ? [`Types without a rule of their own: ${typesWithoutRule.join(", ")}.`] : []),
    isRefused(evaluation) ? "An update would be refused." : "No rule refuses an update.",
  ];
  return `${[...findings, ...problems, ...summary].join("\n")}\n`;
}
