// `npm run preview -- --stack prod` and `npm run up -- --stack prod`: the real thing, with your credentials and backend.
// A self-managed backend enforces no policy by itself, so the pack is always passed.
"use strict";

const { spawnSync } = require("node:child_process");
const path = require("node:path");
const { findCli } = require("../setup/findCli");

const ROOT = path.join(__dirname, "..", "..");
const cli = findCli(ROOT);
const [command, ...args] = process.argv.slice(2);
const { status, error } = spawnSync(cli, [command, "--policy-pack", path.join(ROOT, "policies"), ...args], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, PATH: `${path.dirname(cli)}${path.delimiter}${process.env.PATH ?? ""}` },
});
if (error) console.error(`${cli} could not be started: ${error.message}`);
process.exit(status ?? 1);
