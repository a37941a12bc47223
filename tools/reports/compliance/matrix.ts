import type { Safeguard } from "../../../policies/controls";
import type { ExemptionProblem } from "../../../policies/engine/exemptions";
import type { Severity } from "../../../policies/rule";
import type { Source } from "../../shared/snapshot/snapshot";

/**
 * What the rules together say of a citation. `shown`: every judgement passed. `partly`: some are exempt, unknown or ask
 * for something that is advised. `violated`: a mandatory rule is. `not judged`: this stack has nothing its rules look at.
 * `duty`: no rule can show it, so the team does.
 */
export type CitationStatus = "shown" | "partly" | "violated" | "not judged" | "duty";

/** What a rule says of a resource. `advised`: an advisory rule found something, which refuses no update. */
export type RowVerdict = "passed" | "violated" | "advised" | "unknown" | "exempt";

export type VerdictCounts = Readonly<Record<RowVerdict, number>>;

/** A standard, or how the Security Rule marks an implementation specification. */
export type Kind = "standard" | "required" | "addressable";

/** What people do, who does it and what they keep to show it. */
export interface Duty {
  /** `AWS` does the work itself and the team keeps AWS's proof. */
  readonly by: "team" | "AWS";
  readonly task: string;
  readonly keep: string;
}

export interface Citation {
  readonly id: Safeguard;
  /** The rule's own heading. */
  readonly title: string;
  readonly kind: Kind;
  /** What it asks for, in words of our own. */
  readonly asks: string;
  /** Where its text is published. */
  readonly url: string;
  readonly status: CitationStatus;
  /** Judgements of all its rules. */
  readonly counts: VerdictCounts;
  /** Resources that at least one of its rules judged. */
  readonly resources: number;
  /** Ids of the rules that serve it, in the order of the pack. */
  readonly rules: readonly string[];
  /** Why no rule can show it, where none can. */
  readonly notByRule?: string;
  /** What remains to be done by people, with or without rules. */
  readonly duty?: Duty;
}

/** A property that a rule read to come to its verdict. */
export interface Reading {
  readonly property: string;
  /** As text; secrets and long documents are only described. */
  readonly value: string;
}

export interface Judged {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly verdict: RowVerdict;
  /** Where the program makes the resource, where the file says so. */
  readonly source?: Source;
  readonly readings: readonly Reading[];
  /** What is wrong, or what is not known yet. */
  readonly said: readonly string[];
  readonly exemption?: { readonly owner: string; readonly until: string; readonly daysLeft: number };
}

/** How a rule is tested itself. */
export interface RuleTests {
  /** Relative to the folder of the program. */
  readonly file: string;
  /** Cases that the rule had to pass, to refuse and to leave open, and did when the report was made. */
  readonly safe: number;
  readonly unsafe: number;
  readonly open: number;
}

/** The tests of the rules; `shipped` is false where the program was installed without its tests. */
export interface TestsIndex {
  readonly shipped: boolean;
  readonly byRule: Readonly<Record<string, RuleTests>>;
}

export interface RuleEvidence {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** As it holds in this stack. */
  readonly level: "mandatory" | "advisory";
  readonly citations: readonly string[];
  readonly tests?: RuleTests;
  readonly counts: VerdictCounts;
  /** By URN. */
  readonly judged: readonly Judged[];
}

export interface ExemptionRow {
  readonly rule: string;
  readonly citations: readonly string[];
  readonly urn: string;
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
  /** Negative once it has ended. */
  readonly daysLeft: number;
  /** URNs that it lets pass today. */
  readonly lets: readonly string[];
}

/** Everything a format needs. The same input makes the same matrix, on any machine and day. */
export interface Matrix {
  readonly stack: string;
  readonly project: string;
  /** `state`: as deployed. `preview`: as planned. */
  readonly kind: "preview" | "state";
  /** The day exemptions are measured by, as YYYY-MM-DD. */
  readonly today: string;
  readonly pack: { readonly name: string; readonly version: string; readonly rules: number };
  /** Of the input's canonical content: see `snapshotHash`. */
  readonly snapshotSha256: string;
  readonly testsShipped: boolean;
  /** Whether a mandatory rule is violated or the list of exemptions is at fault. */
  readonly refused: boolean;
  readonly citationCounts: Readonly<Record<CitationStatus, number>>;
  /** Resources that at least one rule judged. */
  readonly resources: number;
  readonly counts: VerdictCounts;
  /** Every citation once, in the order of the law. */
  readonly citations: readonly Citation[];
  /** Every rule once, in the order of the pack. */
  readonly rules: readonly RuleEvidence[];
  readonly exemptions: readonly ExemptionRow[];
  readonly exemptionProblems: readonly ExemptionProblem[];
}
