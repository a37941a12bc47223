"use strict";

const { dependenciesAreCurrent } = require("../../../setup/dependencies");
const { findEmulator } = require("../../../setup/emulator");
const { CLI_VERSION, findCli, versionOf } = require("../../../setup/findCli");
const { policyPackIsCurrent } = require("../../../setup/policyPack");

/** What set-up has done on this machine; nothing is installed. */
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
