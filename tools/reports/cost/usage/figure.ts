/** How much of something a month has, in each profile, and why. */
export interface Figure {
  /** Nobody there, baseline, 2,000 users, 10,000 users. */
  readonly values: readonly [number, number, number, number];
  readonly unit: string;
  /** One line. */
  readonly assumption: string;
}

/** What comes with users: nothing of it without them. */
export const figure = (
  [baseline, some, many]: readonly [number, number, number],
  unit: string,
  assumption: string,
): Figure => ({ values: [0, baseline, some, many], unit, assumption });

/** The same in every profile. */
export const always = (value: number, unit: string, assumption: string): Figure => ({
  values: [value, value, value, value],
  unit,
  assumption,
});
