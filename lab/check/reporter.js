"use strict";

const fs = require("node:fs");
const Mocha = require("mocha");

/** Mocha's own listing, plus the counts in a file: the last line of `npm test` adds them to those of the other checks. */
module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { counts } = options.reporterOptions;
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      fs.writeFileSync(counts, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
