// The SDK loads npm's own dependency resolver whenever it starts, for functions that are serialised with the packages they
// need (`aws.lambda.CallbackFunction`). This project has none: its functions are files (components/shared). Without it
// there are 100 packages fewer to trust, and program and policy pack each start 0.3 s sooner.
"use strict";

class Arborist {
  constructor() {
    throw new Error(
      "A function is to be serialised together with its packages, for which the SDK needs @npmcli/arborist. " +
        'Remove it from "dependencies" and "overrides" in package.json, delete tools/setup/noArborist and run `npm install`.',
    );
  }
}

module.exports = { Arborist };
