export interface Outcome {
  /** Why it did not survive; empty if it did. */
  readonly problems: readonly string[];
  /** How many differences between AWS and the state the fault left, each of them told by a pending operation. */
  readonly known: number;
}
