/** On a good day, usually, and when AWS is slow. */
export type Seconds = readonly [low: number, typical: number, high: number];

/** One call that answers at once. */
export const CALL: Seconds = [1, 1, 5];
/** IAM shows what is new everywhere only after some seconds; the provider tries again until then. */
export const USES_NEW_ROLE: Seconds = [1, 5, 30];
/** The provider reads what it wrote until several answers in a row are the same. */
export const UNTIL_STABLE: Seconds = [5, 12, 40];
