import type { Citation, Judged, Matrix, RuleEvidence } from "../matrix";
import { csv } from "../../../shared/render/csv";
import { evidenceText, sourceText } from "../words";

const COLUMNS = [
  "stack",
  "kind",
  "today",
  "snapshot_sha256",
  "citation",
  "title",
  "specification",
  "citation_status",
  "rule",
  "rule_title",
  "severity",
  "level",
  "verdict",
  "urn",
  "type",
  "name",
  "source",
  "evidence",
  "said",
  "exemption_owner",
  "exemption_until",
  "exemption_days_left",
  "test_file",
  "tests_safe",
  "tests_unsafe",
  "tests_open",
  "duty_of",
  "duty",
  "evidence_to_keep",
] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number>>>;

/**
 * One row for each citation, rule and resource. A rule that judged nothing and a citation without rules have one
 * row, with the rest of it empty, so that every citation is there.
 */
export function csvMatrix(matrix: Matrix): string {
  const rules = new Map(matrix.rules.map((each) => [each.id, each]));
  const { stack, kind, today, snapshotSha256 } = matrix;
  const rows = matrix.citations.flatMap((citation) => {
    const about = { stack, kind, today, snapshot_sha256: snapshotSha256, ...citationCells(citation) };
    const own = citation.rules.flatMap((id) => rules.get(id) ?? []);
    if (own.length === 0) return [about];
    return own.flatMap((rule) => {
      const ruled = { ...about, ...ruleCells(rule, matrix) };
      return rule.judged.length === 0 ? [ruled] : rule.judged.map((each) => ({ ...ruled, ...judgedCells(each) }));
    });
  });
  return csv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column] ?? "")),
  );
}

function citationCells({ id, title, kind, status, duty }: Citation): Row {
  return {
    citation: `45 CFR ${id}`,
    title,
    specification: kind,
    citation_status: status,
    ...(duty && { duty_of: duty.by, duty: duty.task, evidence_to_keep: duty.keep }),
  };
}

function ruleCells({ id, title, severity, level, tests }: RuleEvidence, { testsShipped }: Matrix): Row {
  return {
    rule: id,
    rule_title: title,
    severity,
    level,
    ...(testsShipped ? {} : { test_file: "tests not shipped" }),
    ...(tests && {
      test_file: tests.file,
      tests_safe: tests.safe,
      tests_unsafe: tests.unsafe,
      tests_open: tests.open,
    }),
  };
}

function judgedCells(judged: Judged): Row {
  const { verdict, urn, type, name, said, exemption } = judged;
  return {
    verdict,
    urn,
    type,
    name,
    source: sourceText(judged),
    evidence: evidenceText(judged),
    said: said.join("; "),
    ...(exemption && {
      exemption_owner: exemption.owner,
      exemption_until: exemption.until,
      exemption_days_left: exemption.daysLeft,
    }),
  };
}
