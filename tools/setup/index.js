// `node tools/setup [--tests]`: for a machine that is to be prepared before anybody types a command.
"use strict";

const path = require("node:path");
const { SetupFailure } = require("./failure");
const { setUp } = require("./setUp");

setUp(path.join(__dirname, "..", ".."), process.argv.includes("--tests") ? "tests" : "program").catch(
  (/** @type {unknown} */ error) => {
    console.error(error instanceof SetupFailure ? `set-up: ${error.message}` : error);
    process.exit(1);
  },
);
