/** Something that is wrong: where, what, and what to write instead (the rule's remediation when absent). */
export interface Finding {
  readonly property: string;
  readonly problem: string;
  readonly write?: string;
}

/** Something that cannot be judged before the value exists. Never silent: reported once per rule, decided at `up`. */
export interface NotKnown {
  readonly property: string;
  readonly notKnown: true;
}

export type Outcome = Finding | NotKnown;

/** What a check returns: nothing, one outcome, or lists of them as they come. */
export type Outcomes = Outcome | undefined | readonly Outcomes[];

export function isNotKnown(outcome: Outcome): outcome is NotKnown {
  return "notKnown" in outcome;
}

function isList(outcomes: Outcomes): outcomes is readonly Outcomes[] {
  return Array.isArray(outcomes);
}

export function flatten(outcomes: Outcomes): Outcome[] {
  if (outcomes === undefined) return [];
  return isList(outcomes) ? outcomes.flatMap((each) => flatten(each)) : [outcomes];
}
