"use strict";

const path = require("node:path");
const { dependenciesAreCurrent, installDependencies } = require("./dependencies");
const { findEmulator, installEmulator } = require("./emulator");
const { SetupFailure } = require("./failure");
const { findCli } = require("./findCli");
const { refreshLanguageHost } = require("./languageHost");
const { withLock } = require("./lock");
const { obtainCli } = require("./obtainCli");
const { buildPolicyPack, policyPackIsCurrent } = require("./policyPack");
const { buildYamlHost, findYamlHost } = require("./yamlHost");

const ROOT = path.join(__dirname, "..", "..");

/** Installs what is missing and nothing else; an up-to-date clone is through in a tenth of a second. */
async function setUp() {
  if (!dependenciesAreCurrent(ROOT) || !policyPackIsCurrent(ROOT)) {
    await withLock(path.join(ROOT, ".setup", "lock"), async () => {
      // Asked again under the lock: another set-up may have just done it.
      if (!dependenciesAreCurrent(ROOT)) await installDependencies(ROOT);
      if (!policyPackIsCurrent(ROOT)) await buildPolicyPack(ROOT);
    });
  }
  if (findCli(ROOT) === undefined) await obtainCli(ROOT);
  refreshLanguageHost();
  if (process.argv.includes("--tests")) await setUpTests();
}

/** What only tests need. */
async function setUpTests() {
  const isComplete = () => findEmulator(ROOT) !== undefined && findYamlHost(ROOT) !== undefined;
  if (isComplete()) return;
  await withLock(path.join(ROOT, ".setup", "lock"), async () => {
    if (findEmulator(ROOT) === undefined) await installEmulator(ROOT);
    if (findYamlHost(ROOT) === undefined) await buildYamlHost(ROOT);
  });
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

setUp().catch((error) => {
  console.error(error instanceof SetupFailure ? `set-up: ${error.message}` : error);
  process.exit(1);
});
