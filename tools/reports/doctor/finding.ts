/** `wrong` makes the command end with 1; `unknown` is what nothing on this machine can tell. */
export type Verdict = "good" | "warning" | "wrong" | "unknown";

/** What a check or a link of an explanation found. */
export interface Finding {
  /** As it is named in JSON: `database/api-out`. */
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** One or two sentences. */
  readonly says: string;
  /** What to type or to do, one step a line. */
  readonly fix: readonly string[];
}

export type Outcome = Omit<Finding, "id" | "title">;

export const good = (says: string): Outcome => ({ verdict: "good", says, fix: [] });
export const warning = (says: string, ...fix: readonly string[]): Outcome => ({ verdict: "warning", says, fix });
export const wrong = (says: string, ...fix: readonly string[]): Outcome => ({ verdict: "wrong", says, fix });
export const unknown = (says: string, ...fix: readonly string[]): Outcome => ({ verdict: "unknown", says, fix });

/** A check as data: it reads facts that were gathered before and does nothing else. */
export interface Check<Facts> {
  readonly id: string;
  readonly title: string;
  readonly run: (facts: Facts) => Outcome;
}

export function runChecks<Facts>(family: string, checks: readonly Check<Facts>[], facts: Facts): Finding[] {
  return checks.map(({ id, title, run }) => ({ id: `${family}/${id}`, title, ...run(facts) }));
}

/** A link that is there or missing; nothing in between. */
export function link(isThere: boolean, there: string, missing: string, ...fix: readonly string[]): Outcome {
  return isThere ? good(there) : wrong(missing, ...fix);
}
