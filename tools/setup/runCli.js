"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const path = require("node:path");

/** Where Node 22 and later keep what they compiled, so that program and pack start sooner. Node 20 does not know the variable. */
const COMPILED = path.join(__dirname, "..", "..", "node_modules", ".cache", "compiled");

/**
 * Runs the CLI on this terminal and answers with its exit code. The CLI gets Ctrl-C from the terminal itself and may need a
 * while to save its state: this process must not end before it, or the shell would be back while AWS is still being changed.
 */
function runCli(cli, args, { env = process.env, stdout = "inherit", ...options } = {}) {
  return new Promise((resolve, reject) => {
    const found = `${path.dirname(cli)}${path.delimiter}${env.PATH ?? ""}`;
    const child = spawn(cli, args, {
      ...options,
      env: { NODE_COMPILE_CACHE: COMPILED, ...env, PATH: found },
      stdio: ["inherit", stdout, "inherit"],
    });
    const wait = () => undefined;
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", wait);
    process.on("SIGTERM", forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", wait);
      process.off("SIGTERM", forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

module.exports = { runCli };
