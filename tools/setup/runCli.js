"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const path = require("node:path");

/**
 * @typedef {object} Choices
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {"ignore" | "inherit"} [stdout]
 * @property {"ignore" | "inherit"} [stderr]
 */

/**
 * Runs the CLI on this terminal and answers with its exit code. The CLI gets Ctrl-C from the terminal itself and may need a
 * while to save its state: this process must not end before it, or the shell would be back while AWS is still being changed.
 * @param {string} cli
 * @param {readonly string[]} args
 * @param {Choices} choices
 * @returns {Promise<number>}
 */
function runCli(cli, args, { cwd, env = process.env, stdout = "inherit", stderr = "inherit" }) {
  return new Promise((resolve, reject) => {
    const found = `${path.dirname(cli)}${path.delimiter}${env.PATH ?? ""}`;
    const child = spawn(cli, args, { cwd, env: { ...env, PATH: found }, stdio: ["inherit", stdout, stderr] });
    const wait = () => undefined;
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on("SIGINT", wait);
    process.on("SIGTERM", forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", wait);
      process.off("SIGTERM", forward);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

module.exports = { runCli };
