// `npm run doctor`: without set-up before it, since it is to say what set-up lacks. TypeScript needs the dependencies, so
// this much is plain JavaScript.
"use strict";

const path = require("node:path");

const words = process.argv.slice(2);

try {
  require.resolve("ts-node/register/transpile-only");
  require.resolve("zod");
} catch {
  console.log(
    "✖ dependencies: they are not installed, so nothing else can be checked.\n      > npm ci --ignore-scripts, or npm start, which installs all that is missing",
  );
  process.exit(1);
}

require("ts-node/register/transpile-only");
require(path.join(__dirname, "main"))
  .main(words)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
