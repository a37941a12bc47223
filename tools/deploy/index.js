// `npm run preview -- --stack prod`, `npm run up -- --stack prod`, `npm run pulumi -- <anything>`: the real thing, with your
// credentials and backend. A self-managed backend enforces no policy by itself, so the pack is passed wherever one can be.
"use strict";

const path = require("node:path");
const { findCli } = require("../setup/findCli");
const { runCli } = require("../setup/runCli");
const { switchedOff, withPolicies } = require("./withPolicies");

const ROOT = path.join(__dirname, "..", "..");

const refused = switchedOff(process.argv.slice(2), ROOT);
if (refused.length > 0) {
  for (const each of refused) console.error(each);
  process.exit(1);
}
const { args, env } = withPolicies(ROOT, process.argv.slice(2));
runCli(findCli(ROOT), args, { cwd: ROOT, env: { ...process.env, ...env } }).then(
  (code) => process.exit(code),
  (error) => {
    console.error(`The Pulumi CLI could not be started: ${error.message}`);
    process.exit(1);
  },
);
