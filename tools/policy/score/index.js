"use strict";

require("ts-node/register/transpile-only");

const { main } = require("./main");

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
