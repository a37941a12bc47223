"use strict";

/** What a user can act on. Set-up prints it without a stack trace: what is wrong, then what to do. */
class SetupFailure extends Error {
  /**
   * @param {string} problem
   * @param {string} remedy
   */
  constructor(problem, remedy) {
    super(`${problem}\n  ${remedy}`);
  }
}

module.exports = { SetupFailure };
