// `node tools/run <command> ...`: installs what is missing and runs the command in its room, in TypeScript as it stands.
"use strict";

const path = require("node:path");
const COMMANDS = require("./commands");
const { setUp } = require("./setup/setUp");
const { SetupFailure } = require("./setup/failure");

const ROOT = path.join(__dirname, "..");

/** @typedef {(words: readonly string[]) => Promise<number>} Main */

/**
 * What the system said no to, with the file it is about: a stack trace would say nothing more.
 * @param {unknown} error
 */
function explained(error) {
  if (!(error instanceof Error)) return error;
  if (error instanceof SetupFailure) return `set-up: ${error.message}`;
  if (!("syscall" in error && "path" in error)) return error;
  const code = "code" in error ? ` (${String(error.code)})` : "";
  return `${String(error.path)}: ${error.message.replace(/, \w+ '.*'$/, "")}${code}`;
}

/** What is in TypeScript needs the dependencies, which set-up may not have been asked for. */
function readTypeScript() {
  try {
    require.resolve("zod");
    require("ts-node").register({ transpileOnly: true });
  } catch {
    throw new SetupFailure("The dependencies are not installed.", "Run npm start, which installs all that is missing.");
  }
}

/**
 * @param {string | undefined} name
 * @param {readonly string[]} words
 */
async function run(name = "help", words = []) {
  const command = COMMANDS[name];
  if (command === undefined) throw new SetupFailure(`There is no command ${name}.`, "npm run help lists all.");
  if (command.needs !== undefined) await setUp(ROOT, command.needs);
  if (!command.folder.startsWith("tools/help")) readTypeScript();
  /** @type {{ main: Main }} */
  const { main } = require(path.join(ROOT, command.folder, "main"));
  return main([...(command.words ?? []), ...words]);
}

run(process.argv[2], process.argv.slice(3)).then(
  (code) => {
    // Not process.exit: what was written to a pipe may still be on its way.
    process.exitCode = code;
  },
  (/** @type {unknown} */ error) => {
    const isUsage = error instanceof Error && error.constructor.name === "UsageError";
    console.error(isUsage ? error.message : explained(error));
    process.exitCode = isUsage ? 2 : 1;
  },
);
