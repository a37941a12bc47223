import { z } from "zod";
import type { Judgement } from "../../../policies/engine/evaluate";
import { stackOf } from "../../../policies/engine/resource";
import type { Rule } from "../../../policies/rule";
import type { ExemptionRow } from "./matrix";

const DAY = 24 * 60 * 60 * 1000;
const text = z.string().trim().min(1);
const entrySchema = z.object({ rule: text, urn: text, owner: text, reason: text, until: z.iso.date() });

/** Days until an exemption ends, negative once it has; both days as YYYY-MM-DD. */
export function daysBetween(today: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(today)) / DAY);
}

/**
 * The exemptions written for this stack, the next to end first, ended ones included. What cannot be read as one is told
 * as a problem of the list by the pack itself.
 */
export function exemptionRows(
  written: unknown,
  stack: string,
  today: string,
  rules: readonly Rule[],
  judgements: readonly Judgement[],
): readonly ExemptionRow[] {
  const items: readonly unknown[] = Array.isArray(written) ? written : [];
  const entries = items.flatMap((each) => entrySchema.safeParse(each).data ?? []);
  return entries
    .filter(({ urn }) => stackOf(urn) === stack)
    .map((entry) => ({
      ...entry,
      citations: rules.find(({ id }) => id === entry.rule)?.controls ?? [],
      daysLeft: daysBetween(today, entry.until),
      lets: judgements
        .filter(({ verdict, exemption }) => verdict === "exempt" && isSame(exemption, entry))
        .map(({ resource }) => resource.urn),
    }))
    .toSorted(
      (a, b) => a.daysLeft - b.daysLeft || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.urn < b.urn ? -1 : 1),
    );
}

function isSame(used: Judgement["exemption"], entry: z.infer<typeof entrySchema>): boolean {
  return (
    used?.rule === entry.rule && used.urn === entry.urn && used.until === entry.until && used.owner === entry.owner
  );
}
