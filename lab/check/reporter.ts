import { writeFileSync } from "node:fs";
import Mocha, { type MochaOptions, type Runner } from "mocha";
import { z } from "zod";

const asked = z.object({ counts: z.string() });

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Mocha's own listing, plus the counts in a file: the last line of `npm test` adds them to those of the other suites. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const { counts } = asked.parse(options.reporterOptions);
    runner.once("end", () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      writeFileSync(counts, JSON.stringify({ passed, failed, skipped } satisfies Counts));
    });
  }
}
