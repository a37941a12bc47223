// `node tools/run <folder> ...`: runs the tool in that folder, in TypeScript as it stands.
"use strict";

require("ts-node/register/transpile-only");

const path = require("node:path");

const [folder, ...words] = process.argv.slice(2);
const { main } = require(path.join(__dirname, folder, "main"));

main(words).then(
  (code) => {
    // Not process.exit: what was written to a pipe may still be on its way.
    process.exitCode = code;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
