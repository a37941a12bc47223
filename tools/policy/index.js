"use strict";

require("ts-node/register/transpile-only");

const { main } = require("./main");

main(process.argv.slice(2)).then(
  (code) => {
    // Not process.exit: what was written to a pipe may still be on its way.
    process.exitCode = code;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
