// `node tools/run <command> ...`: runs the command in its room, in TypeScript as it stands.
"use strict";

require("ts-node/register/transpile-only");

const path = require("node:path");
const COMMANDS = require("./commands");

/** What the system said no to, with the file it is about: a stack trace would say nothing more. */
const explained = ({ message, code, syscall, path: file }) =>
  syscall !== undefined && file !== undefined ? `${file}: ${message.replace(/, \w+ '.*'$/, "")} (${code})` : undefined;

function run(command, words) {
  const { main } = require(path.join(__dirname, "..", COMMANDS[command], "main"));
  main(words).then(
    (code) => {
      // Not process.exit: what was written to a pipe may still be on its way.
      process.exitCode = code;
    },
    (error) => {
      const isUsage = error?.constructor?.name === "UsageError";
      console.error(isUsage ? error.message : (explained(error ?? {}) ?? error));
      process.exitCode = isUsage ? 2 : 1;
    },
  );
}

module.exports = { run };
if (require.main === module) run(process.argv[2], process.argv.slice(3));
