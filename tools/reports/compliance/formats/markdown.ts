import type { Citation, Judged, Matrix, RuleEvidence } from "../matrix";
import {
  countsText,
  daysText,
  evidenceText,
  kindText,
  plural,
  resultText,
  sourceText,
  STATUSES,
  testsText,
} from "../words";
import { type Cell, code, inline, markdownTable } from "../../../shared/render/markdown";
import { signOf } from "./tone";

/** The matrix as Markdown, with everything that the page has. */
export function markdownMatrix(matrix: Matrix): string {
  const parts = [headOf(matrix), citations(matrix), exemptions(matrix), duties(matrix), evidence(matrix)];
  return `${parts.join("\n\n")}\n`;
}

function headOf(matrix: Matrix): string {
  const { stack, project, today, pack, resources, counts, snapshotSha256, citationCounts } = matrix;
  return [
    `# HIPAA Security Rule: evidence\n`,
    `**${resultText(matrix)}**\n`,
    `- Stack: ${inline(stack)} of ${inline(project)}, ${kindText(matrix)}`,
    `- Day: ${today}`,
    `- Rules: ${String(pack.rules)} in ${pack.name} ${pack.version}`,
    `- Citations: ${STATUSES.map((each) => `${String(citationCounts[each])} ${each}`).join(", ")}`,
    `- Judged: ${plural(resources, "resource")}: ${countsText(counts)}`,
    `- SHA-256 of the input: ${code(snapshotSha256).text}`,
  ].join("\n");
}

function citations({ citations: all }: Matrix): string {
  const head = ["45 CFR", "specification", "what it asks for", "status", "rules", "resources", "judgements"];
  const rows = all.map(({ id, kind, title, asks, status, rules, resources, counts }) =>
    cells(id, kind, `${title}. ${asks}`, `${signOf(status)} ${status}`, rules.length, resources, countsText(counts)),
  );
  return `## Citations\n\n${markdownTable(head, rows)}`;
}

function exemptions({ exemptions: all, exemptionProblems }: Matrix): string {
  const faults = exemptionProblems.map(
    ({ property, problem, write }) => `- ✖ ${inline(`${property}: ${problem}. ${write}.`)}`,
  );
  const rows = all.map(({ rule, urn, owner, reason, until, daysLeft, lets }) =>
    cells(rule, urn, owner, reason, until, daysText(daysLeft), lets.length),
  );
  const head = ["rule", "resource", "owner", "reason", "until", "left", "lets pass"];
  const listed = all.length === 0 ? "No rule has an exemption in this stack." : markdownTable(head, rows);
  return ["## Exemptions", ...(faults.length > 0 ? [faults.join("\n")] : []), listed].join("\n\n");
}

function duties({ citations: all }: Matrix): string {
  const rows = all.flatMap(({ id, title, duty, notByRule }: Citation) =>
    duty
      ? [cells(`${id} ${title}`, duty.by, duty.task, duty.keep, notByRule === undefined ? "some of it" : "nothing")]
      : [],
  );
  const head = ["45 CFR", "by", "what to do", "what to keep as evidence", "what rules show"];
  return `## What people do and keep\n\n${markdownTable(head, rows)}`;
}

function evidence({ rules, testsShipped }: Matrix): string {
  const judging = rules.filter(({ judged }) => judged.length > 0);
  const idle = rules.filter(({ judged }) => judged.length === 0).map(({ id }) => `- ${code(id).text}`);
  return [
    "## Evidence",
    ...judging.map((each) => ruleBlock(each, testsShipped)),
    ...(idle.length > 0 ? ["### In force, with nothing in this stack to judge", idle.join("\n")] : []),
  ].join("\n\n");
}

function ruleBlock(rule: RuleEvidence, shipped: boolean): string {
  const { id, title, severity, level, citations: cited, counts, judged } = rule;
  const rows = judged.map((each) =>
    cells(`${signOf(each.verdict)} ${each.verdict}`, each.urn, sourceText(each), saidAndRead(each)),
  );
  return [
    `### ${id}`,
    `${inline(title)}. ${severity}, ${level}. Serves ${cited.join(", ")}. ${countsText(counts)}. ${testsText(rule, shipped)}.`,
    markdownTable(["verdict", "resource", "made in", "evidence"], rows),
  ].join("\n\n");
}

function saidAndRead(judged: Judged): string {
  const { said, exemption } = judged;
  const spared = exemption
    ? [`exempt until ${exemption.until}, ${daysText(exemption.daysLeft)}, by ${exemption.owner}`]
    : [];
  return [...spared, ...said, evidenceText(judged)].join("; ");
}

const cells = (...all: readonly Cell[]) => all;
