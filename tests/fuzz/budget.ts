import fc from "fast-check";

const LONGER = /^[1-9]\d*$/.exec(process.env["FUZZ_RUNS"] ?? "")?.[0];

/**
 * How long a property is tried: a fixed number of runs, the same in CI and at home. FUZZ_RUNS replaces it, for a night's
 * search. A failure prints its seed and path; FUZZ_SEED tries that seed again.
 */
export function budget(runs: number): fc.Parameters<unknown> {
  const seed = process.env["FUZZ_SEED"];
  return {
    numRuns: LONGER === undefined ? runs : Number(LONGER),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

/** Milliseconds that a test may take: none is cut off that was asked to run longer. */
export function patience(milliseconds: number): number {
  return LONGER === undefined ? milliseconds : 0;
}
