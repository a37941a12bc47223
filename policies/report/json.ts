import { coverageOf } from "./coverage";
import { findingsOf, isRefused, PACK_NAME, type Report } from "./report";

/** Findings, what is not known yet, and the coverage of every resource, for other programs to read. */
export function jsonReport({ version, stack, evaluation, sources, rules }: Report): string {
  const findings = findingsOf(evaluation).map(
    ([{ rule, resource, level, exemption }, { property, problem, write }]) => ({
      rule: rule.id,
      family: rule.family,
      severity: rule.severity,
      level,
      controls: rule.controls.map((each) => `45 CFR ${each}`),
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      property,
      problem,
      write: write ?? rule.remediation,
      exemption: exemption ?? null,
      source: sources.get(resource.urn) ?? null,
    }),
  );
  const notKnown = evaluation.judgements.flatMap(({ rule, resource, unknowns }) =>
    unknowns.map(({ property }) => ({ rule: rule.id, urn: resource.urn, property })),
  );
  const document = {
    pack: { name: PACK_NAME, version, rules: rules.length },
    stack,
    refused: isRefused(evaluation),
    findings,
    exemptionProblems: evaluation.problems,
    notKnown,
    coverage: coverageOf(evaluation),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
