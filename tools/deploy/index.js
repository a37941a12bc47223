// `npm run preview -- --stack prod`, `npm run up -- --stack prod`, `npm run pulumi -- <anything>`: the real thing, with your
// credentials and backend. A self-managed backend enforces no policy by itself, so the pack is passed wherever one can be.
"use strict";

const path = require("node:path");
const { findCli } = require("../setup/findCli");
const { runCli } = require("../setup/runCli");

const ROOT = path.join(__dirname, "..", "..");
const WITH_POLICIES = new Set(["preview", "up", "update", "watch"]);

const [command, ...args] = process.argv.slice(2);
const pack = WITH_POLICIES.has(command) ? ["--policy-pack", path.join(ROOT, "policies")] : [];
const line = command === undefined ? ["help"] : [command, ...pack, ...args];
runCli(findCli(ROOT), line, { cwd: ROOT }).then(
  (code) => process.exit(code),
  (error) => {
    console.error(`The Pulumi CLI could not be started: ${error.message}`);
    process.exit(1);
  },
);
