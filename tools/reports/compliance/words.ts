import type { CitationStatus, Judged, Matrix, RowVerdict, RuleEvidence, VerdictCounts } from "./matrix";

/** In the order of weight: what needs a look comes first. */
export const VERDICTS: readonly RowVerdict[] = ["violated", "advised", "exempt", "unknown", "passed"];
export const STATUSES: readonly CitationStatus[] = ["violated", "partly", "shown", "not judged", "duty"];

export const STATUS_WORDS: Readonly<Record<CitationStatus, string>> = {
  violated: "a mandatory rule is broken by at least one resource",
  partly: "nothing mandatory is broken; something is exempt, advised or not known yet",
  shown: "every rule passed on every resource it judged",
  "not judged": "this stack has no resource that its rules look at",
  duty: "no rule can show it: people do it and keep the evidence",
};

/** `3 passed, 1 violated`, without those that are none. */
export function countsText(counts: VerdictCounts): string {
  const said = VERDICTS.filter((each) => counts[each] > 0).map((each) => `${String(counts[each])} ${each}`);
  return said.length > 0 ? said.join(", ") : "nothing judged";
}

export function sourceText({ source }: Judged): string {
  return source ? `${source.file}:${String(source.line)}` : "";
}

/** The settings that a rule read of a resource, and where it read none. */
export function evidenceText({ readings }: Judged): string {
  if (readings.length === 0) return "no setting of its own: judged by what the stack has around it";
  return readings.map(({ property, value }) => `${property} = ${value}`).join("; ");
}

/** How a rule is tested itself. */
export function testsText({ tests }: RuleEvidence, shipped: boolean): string {
  if (!shipped) return "tests not shipped";
  if (!tests) return "no test found";
  const open = tests.open > 0 ? `, ${String(tests.open)} open` : "";
  return `${tests.file}: ${String(tests.safe)} safe, ${String(tests.unsafe)} unsafe${open} cases passed`;
}

/** What was judged, and as what. */
export function kindText({ kind }: Matrix): string {
  return kind === "state" ? "as deployed (state)" : "as planned (preview)";
}

export function daysText(days: number): string {
  const count = `${String(Math.abs(days))} ${Math.abs(days) === 1 ? "day" : "days"}`;
  if (days === 0) return "ends today";
  return days > 0 ? `${count} left` : `ended ${count} ago`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** Whether an update of this stack would be refused, and why. */
export function resultText({ refused, counts, exemptionProblems }: Matrix): string {
  if (!refused) return "No mandatory rule is violated, and no exemption has ended.";
  const faults = exemptionProblems.length;
  const wrong = [
    ...(counts.violated > 0 ? [`mandatory rules are violated ${plural(counts.violated, "time")}`] : []),
    ...(faults > 0 ? [`the list of exemptions has ${plural(faults, "fault")}`] : []),
  ];
  return `An update would be refused: ${wrong.join(", and ")}.`;
}
