"use strict";

const path = require("node:path");
const { dependenciesAreCurrent, installDependencies } = require("./dependencies");
const { findEmulator, installEmulator } = require("./emulator");
const { findCli } = require("./findCli");
const { refreshLanguageHost } = require("./languageHost/place");
const { withLock } = require("./lock");
const { obtainCli } = require("./obtainCli");
const { buildPolicyPack, policyPackIsCurrent } = require("./policyPack");
const { buildYamlHost, findYamlHost } = require("./yamlHost");

/**
 * Installs what is missing and nothing else; an up-to-date clone is through in a tenth of a second.
 * @param {string} root
 * @param {"program" | "tests"} needs
 */
async function setUp(root, needs) {
  const interrupted = () => process.exit(130);
  // Afterwards the signals are the command's own: the CLI needs a while to save its state.
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
  for (const signal of signals) process.on(signal, interrupted);
  try {
    await setUpProgram(root);
    if (needs === "tests") await setUpTests(root);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
  }
}

/** @param {string} root */
async function setUpProgram(root) {
  if (!dependenciesAreCurrent(root) || !policyPackIsCurrent(root)) {
    await withLock(path.join(root, ".setup", "lock"), async () => {
      // Asked again under the lock: another set-up may have just done it.
      if (!dependenciesAreCurrent(root)) await installDependencies(root);
      if (!policyPackIsCurrent(root)) await buildPolicyPack(root);
    });
  }
  if (findCli(root) === undefined) await obtainCli(root);
  refreshLanguageHost();
}

/**
 * What only tests need.
 * @param {string} root
 */
async function setUpTests(root) {
  const isComplete = () => findEmulator(root) !== undefined && findYamlHost(root) !== undefined;
  if (isComplete()) return;
  await withLock(path.join(root, ".setup", "lock"), async () => {
    if (findEmulator(root) === undefined) await installEmulator(root);
    if (findYamlHost(root) === undefined) await buildYamlHost(root);
  });
}

module.exports = { setUp };
