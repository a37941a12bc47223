// Preloaded into every Node process of a command, it opens the debugger in one of them and waits there for the editor:
// TELEHEALTH_DEBUG=program NODE_OPTIONS="--require $PWD/lab/debug.js" npm start
"use strict";

const inspector = require("node:inspector");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");

const PORT = 9229;
/**
 * The runner of the SDK that each process is, by the word that asks for it.
 * @type {Readonly<Record<string, string>>}
 */
const RUNNERS = { program: "run", pack: "run-policy-pack" };

/**
 * Whether this process is the one that TELEHEALTH_DEBUG asks for.
 * @param {string | undefined} wanted
 * @param {string} entry
 */
function isAskedFor(wanted, entry) {
  const runner = wanted === undefined ? undefined : RUNNERS[wanted];
  return runner !== undefined && path.dirname(entry).endsWith(path.join("@pulumi", "pulumi", "cmd", runner));
}

if (isMainThread && isAskedFor(process.env.TELEHEALTH_DEBUG, process.argv[1] ?? ""))
  inspector.open(PORT, "127.0.0.1", true);

module.exports = { isAskedFor };
