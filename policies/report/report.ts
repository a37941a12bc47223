import type { Evaluation, Judgement } from "../engine/evaluate";
import { exemptedMessageOf, messageOf } from "../engine/messages";
import type { Finding } from "../engine/outcome";
import type { Rule } from "../rule";

/** What every report is made of. Nothing in it depends on the clock or the machine, so neither does a report. */
export interface Report {
  /** Of the pack. */
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly stack: string;
  readonly evaluation: Evaluation;
  /** By URN, where the program makes a resource. */
  readonly sources: ReadonlyMap<string, Place>;
}

/** A place in a file, counted from one; the path is relative to the program's folder. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const PACK_NAME = "hipaa-telehealth-policies";
/** Stands for a rule where the list of exemptions itself is at fault. */
export const EXEMPTIONS = "pack-exemptions";

/** Every finding by itself, with the judgement it belongs to. */
export function findingsOf({ judgements }: Evaluation): readonly (readonly [Judgement, Finding])[] {
  return judgements.flatMap((each) => each.findings.map((finding) => [each, finding] as const));
}

/** What is said of a finding, exempt or not. */
export function textOf({ rule, exemption }: Judgement, finding: Finding): string {
  return exemption ? exemptedMessageOf(rule, finding, exemption) : messageOf(rule, finding);
}

/** Whether an update of this stack would be refused. */
export function isRefused({ judgements, problems }: Evaluation): boolean {
  return problems.length > 0 || judgements.some(({ verdict, level }) => verdict === "failed" && level === "mandatory");
}
