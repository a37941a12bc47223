import { SAFEGUARDS, type Safeguard, urlOf } from "../../../policies/controls";
import type { Judgement } from "../../../policies/engine/evaluate";
import { NOT_BY_RULE } from "../../../policies/notByRule";
import type { Rule } from "../../../policies/rule";
import { countsOf, resourcesIn } from "./counts";
import { DUTIES } from "./duties";
import type { Citation, CitationStatus, VerdictCounts } from "./matrix";
import { ASKS } from "./safeguards";

const NO_RULE: Partial<Readonly<Record<Safeguard, string>>> = NOT_BY_RULE;

/** Every citation of the Security Rule once, in its order, with what came of the rules that serve it. */
export function citationsOf(rules: readonly Rule[], judgements: readonly Judgement[]): readonly Citation[] {
  return Object.keys(SAFEGUARDS)
    .filter(isSafeguard)
    .map((id) => {
      const [kind, asks] = ASKS[id];
      const own = judgements.filter(({ rule }) => serves(rule, id));
      const counts = countsOf(own);
      const why = NO_RULE[id];
      const duty = DUTIES[id];
      return {
        id,
        title: SAFEGUARDS[id],
        kind,
        asks,
        url: urlOf(id),
        status: why === undefined ? statusOf(counts) : "duty",
        counts,
        resources: resourcesIn(own),
        rules: rules.filter((rule) => serves(rule, id)).map((rule) => rule.id),
        ...(why !== undefined && { notByRule: why }),
        ...(duty && { duty }),
      };
    });
}

function statusOf({ passed, violated, advised, unknown, exempt }: VerdictCounts): CitationStatus {
  if (violated > 0) return "violated";
  if (advised + unknown + exempt > 0) return "partly";
  return passed > 0 ? "shown" : "not judged";
}

function serves({ controls }: Rule, id: Safeguard): boolean {
  return controls.some((each) => each === id);
}

function isSafeguard(text: string): text is Safeguard {
  return Object.hasOwn(SAFEGUARDS, text);
}
