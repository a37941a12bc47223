/** The middle of some figures: of an even number of them, half-way between the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error("There is no median of nothing.");
  return (lower + upper) / 2;
}

/** The median of those figures that could be taken; undefined if one is missing, as where there is no /proc. */
export function medianIfAll(figures: readonly (number | undefined)[]): number | undefined {
  const taken = figures.filter((each) => each !== undefined);
  return taken.length === figures.length && taken.length > 0 ? median(taken) : undefined;
}

/** The median of those figures that were taken; undefined if none was. */
export function medianOfKnown(figures: readonly (number | undefined)[]): number | undefined {
  const taken = figures.filter((each) => each !== undefined);
  return taken.length > 0 ? median(taken) : undefined;
}

/**
 * How often the time of one unit fits into the time of many, when what every run takes anyway is left out. Undefined if one
 * unit takes no time that could be told from none.
 */
export function marginalFactor(nothing: number, one: number, many: number): number | undefined {
  return one > nothing ? (many - nothing) / (one - nothing) : undefined;
}
