"use strict";

const { spawn } = require("node:child_process");

const TERMINAL_INTERVAL_MS = 500;
const LOG_INTERVAL_MS = 20_000;
/** Nothing is shown for what is over before anyone wonders. */
const PATIENCE_MS = 1_000;

/**
 * Shows what is going on: one line that is rewritten on a terminal, a line every 20 seconds in a log.
 * @param {string} title
 */
function startProgress(title, detail = () => "") {
  const started = Date.now();
  const out = process.stderr;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const line = () => `set-up: ${title} (${seconds()} s)${detail()}`;
  let shown = false;
  const show = () => {
    shown = true;
    out.write(out.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`);
  };
  const first = setTimeout(show, PATIENCE_MS);
  const timer = setInterval(show, out.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
  return (/** @type {string} */ outcome) => {
    clearTimeout(first);
    clearInterval(timer);
    if (!shown && outcome === "done") return;
    out.write(`${out.isTTY ? "\r\x1b[2K" : ""}set-up: ${title}: ${outcome} after ${seconds()} s\n`);
  };
}

/**
 * @typedef {object} Watched
 * @property {(line: string) => void} [onLine]
 * @property {number} [timeoutMs]
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 */

/**
 * Runs a command to its end, its output kept. Never throws for an exit code; a missing command is code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Watched} [watched]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
function run(command, args, { onLine, timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill("SIGKILL");
          }, timeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        if (onLine) for (const each of chunk.toString().split("\n")) if (each) onLine(each);
      });
    }
    const stop = () => child.kill();
    process.once("exit", stop);
    /**
     * @param {number} code
     * @param {string} text
     */
    const finish = (code, text) => {
      clearTimeout(timer);
      process.removeListener("exit", stop);
      resolve({ code, output: text, timedOut });
    };
    child.on("error", (error) => {
      finish(127, error.message);
    });
    child.on("close", (code) => {
      finish(code ?? 1, output);
    });
  });
}

/**
 * The last lines of a command's output: where compilers say what went wrong.
 * @param {string} text
 */
const tail = (text, lines = 15) => text.trimEnd().split("\n").slice(-lines).join("\n  ");
/**
 * The first lines: npm says there what went wrong, and prints its manual below.
 * @param {string} text
 */
const head = (text, lines = 10) => text.trim().split("\n").slice(0, lines).join("\n  ");

module.exports = { head, run, startProgress, tail };
