import type { Settings } from "../../../policies/engine/session";
import { isRefused, PACK_NAME, type Report } from "../../../policies/report/report";
import { reportOn } from "../policy/report";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { citationsOf } from "./citations";
import { countsOf, resourcesIn } from "./counts";
import { exemptionRows } from "./exemptionRows";
import type { CitationStatus, Matrix, TestsIndex } from "./matrix";
import { ruleEvidence } from "./ruleEvidence";
import { snapshotHash } from "../../shared/snapshotHash";

/**
 * Every citation of the Security Rule, the rules that serve it, the resources they judged, and what shows it.
 * @param today the day exemptions are measured by, as YYYY-MM-DD
 */
export function complianceMatrix(snapshot: Snapshot, settings: Settings, today: string, tests: TestsIndex): Matrix {
  return matrixOf(reportOn(snapshot, settings, today), snapshot, settings, today, tests);
}

/** The same of a report that was made before. */
export function matrixOf(
  { rules, evaluation, version }: Report,
  snapshot: Snapshot,
  settings: Settings,
  today: string,
  tests: TestsIndex,
): Matrix {
  const { judgements, problems } = evaluation;
  const { stack, project, kind } = snapshot;
  const citations = citationsOf(rules, judgements);
  const count = (status: CitationStatus) => citations.filter((each) => each.status === status).length;
  return {
    stack,
    project,
    kind,
    today,
    pack: { name: PACK_NAME, version, rules: rules.length },
    snapshotSha256: snapshotHash(snapshot),
    testsShipped: tests.shipped,
    refused: isRefused(evaluation),
    citationCounts: {
      shown: count("shown"),
      partly: count("partly"),
      violated: count("violated"),
      "not judged": count("not judged"),
      duty: count("duty"),
    },
    resources: resourcesIn(judgements),
    counts: countsOf(judgements),
    citations,
    rules: ruleEvidence(rules, evaluation, snapshot, today, tests),
    exemptions: exemptionRows(settings.exemptions, stack, today, rules, judgements),
    exemptionProblems: problems,
  };
}
