// `npm run docs`: writes the generated pages.
"use strict";

require("ts-node/register/transpile-only");

const fs = require("node:fs");
const path = require("node:path");
const { generatedPages } = require("./pages");

for (const [file, text] of Object.entries(generatedPages())) {
  fs.writeFileSync(path.join(__dirname, "..", "..", file), text);
  console.log(file);
}
