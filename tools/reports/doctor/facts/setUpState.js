"use strict";

const { dependenciesAreCurrent } = require("../../../setup/dependencies");
const { findEmulator } = require("../../../setup/emulator");
const { CLI_VERSION, findCli, versionOf } = require("../../../setup/findCli");
const { policyPackIsCurrent } = require("../../../setup/policyPack");

/**
 * @typedef {object} SetUpState
 * @property {boolean} dependenciesAreCurrent `node_modules` is that of the lock file.
 * @property {boolean} policyPackIsCurrent
 * @property {boolean} hasEmulator
 * @property {{ file: string, version: string | undefined } | undefined} cli The CLI that every command uses.
 * @property {string | undefined} cliOnPath The version of an unsuitable one on PATH.
 * @property {string} cliWanted
 */

/**
 * What set-up has done on this machine; nothing is installed.
 * @param {string} root
 * @returns {SetUpState}
 */
function setUpState(root, env = process.env) {
  const cli = findCli(root, env);
  return {
    dependenciesAreCurrent: dependenciesAreCurrent(root),
    policyPackIsCurrent: policyPackIsCurrent(root),
    hasEmulator: findEmulator(root) !== undefined,
    cli: cli === undefined ? undefined : { file: cli, version: versionOf(cli) },
    // One that is too old, to say so.
    cliOnPath: cli === undefined ? versionOf("pulumi") : undefined,
    cliWanted: CLI_VERSION,
  };
}

module.exports = { setUpState };
