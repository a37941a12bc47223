// In the place of npm's dependency resolver: see the README beside it.
"use strict";

function Arborist() {
  throw new Error(
    "A function is to be serialised together with its packages, for which the SDK needs @npmcli/arborist. " +
      'Remove it from "dependencies" and "overrides" in package.json, delete vendor/arborist and run `npm install`.',
  );
}

module.exports = { Arborist };
