import { urlOf } from "../controls";
import type { Judgement } from "../engine/evaluate";
import type { Finding } from "../engine/outcome";
import type { Rule, Severity } from "../rule";
import { EXEMPTIONS, findingsOf, PACK_NAME, type Place, type Report, textOf } from "./report";

/** The number by which code scanning sorts findings: CVSS's bands. */
const SCORES: Readonly<Record<Severity, string>> = { low: "3.0", medium: "5.5", high: "8.0", critical: "9.5" };

/** SARIF 2.1.0, as code scanning reads it: exempt findings are suppressed, and what is not known yet is open. */
export function sarifReport({ version, rules, stack, evaluation, sources }: Report): string {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const about = (each: Judgement) => ({
    ruleId: each.rule.id,
    ruleIndex: indexOf.get(each.rule.id) ?? -1,
    locations: [locationOf(each, sources.get(each.resource.urn))],
  });
  const failed = findingsOf(evaluation).map(([each, finding]) => ({
    ...about(each),
    kind: "fail",
    level: each.level === "mandatory" ? "error" : "warning",
    message: { text: `${each.resource.name}: ${textOf(each, finding)}` },
    partialFingerprints: fingerprintOf(each, finding),
    ...(each.exemption && {
      suppressions: [{ kind: "external", status: "accepted", justification: each.exemption.reason }],
    }),
  }));
  const open = evaluation.judgements.flatMap((each) =>
    each.unknowns.map(({ property }) => ({
      ...about(each),
      kind: "open",
      level: "none",
      message: { text: `${each.resource.name}: ${property} is not known before the update.` },
    })),
  );
  const problems = evaluation.problems.map(({ property, problem, write }) => ({
    ruleId: EXEMPTIONS,
    ruleIndex: rules.length,
    kind: "fail",
    level: "error",
    message: { text: `${property}: ${problem}. ${write}.` },
  }));
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: PACK_NAME, version, rules: [...rules.map(descriptorOf), EXEMPTIONS_DESCRIPTOR] } },
        automationDetails: { id: `${PACK_NAME}/${stack}/` },
        columnKind: "utf16CodeUnits",
        results: [...failed, ...problems, ...open],
      },
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const EXEMPTIONS_DESCRIPTOR = {
  id: EXEMPTIONS,
  shortDescription: { text: "Exemptions are valid, still running, and needed." },
  defaultConfiguration: { level: "error" },
};

function descriptorOf(rule: Rule): object {
  const { id, title, remediation, severity, family, controls, level } = rule;
  return {
    id,
    shortDescription: { text: `${title}.` },
    help: { text: `${remediation}.` },
    helpUri: urlOf(controls[0]),
    defaultConfiguration: { level: level === "advisory" ? "warning" : "error" },
    properties: {
      tags: ["hipaa", "aws", family, ...controls.map((each) => `45 CFR ${each}`)],
      "security-severity": SCORES[severity],
    },
  };
}

function locationOf({ resource }: Judgement, place: Place | undefined): object {
  return {
    ...(place && {
      physicalLocation: {
        artifactLocation: { uri: place.file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
        region: { startLine: place.line, startColumn: place.column },
      },
    }),
    logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.urn, kind: "resource" }],
  };
}

/** By it a scan recognises a finding of the scan before, wherever the line has moved. */
function fingerprintOf({ rule, resource }: Judgement, { property }: Finding): Readonly<Record<string, string>> {
  return { "ruleUrnProperty/v1": `${rule.id} ${resource.urn} ${property}` };
}
