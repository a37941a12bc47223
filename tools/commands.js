"use strict";

/**
 * @typedef {object} Command
 * @property {string} does One line for people; it begins with a verb.
 * @property {string} folder Where its `main` is, in JavaScript or TypeScript.
 * @property {readonly string[]} [words] What goes before the words that a user types.
 * @property {"program" | "tests"} [needs] What set-up installs before it runs: nothing, all that the program needs, or also what tests need.
 * @property {true} [internal] No npm script: called by another command.
 */

/**
 * The one list of our commands, in the order in which they are shown. `npm run cost` is `node tools/run cost`.
 * @type {Readonly<Record<string, Command>>}
 */
module.exports = {
  start: {
    does: "Run a Pulumi command on the offline AWS; without words: preview dev",
    folder: "tools/offline",
    needs: "program",
  },
  preview: {
    does: "Show what an update would change in the real AWS account",
    folder: "tools/deploy",
    words: ["preview"],
    needs: "program",
  },
  up: {
    does: "Create or update a stack in the real AWS account",
    folder: "tools/deploy",
    words: ["up"],
    needs: "program",
  },
  pulumi: {
    does: "Run any Pulumi command with your credentials and backend",
    folder: "tools/deploy",
    needs: "program",
  },
  rehearse: {
    does: "Bring up all stacks on the offline AWS in the order that a real account needs",
    folder: "lab/rehearse",
    needs: "program",
  },
  report: {
    does: "Write one page about a stack: diagram, steps, cost, checklist",
    folder: "tools/reports/deployment",
    needs: "program",
  },
  diagram: { does: "Draw the architecture of a stack", folder: "tools/reports/diagram", needs: "program" },
  cost: { does: "Estimate the monthly cost of a stack", folder: "tools/reports/cost", needs: "program" },
  compliance: {
    does: "Map HIPAA citations to rules, resources, evidence and tests",
    folder: "tools/reports/compliance",
    needs: "program",
  },
  quotas: { does: "Compare stacks with the quotas of AWS", folder: "tools/reports/quotas", needs: "program" },
  "policy:report": {
    does: "Judge a stack or a plan by every rule",
    folder: "tools/reports/policy",
    words: ["report"],
    needs: "program",
  },
  "policy:gate": {
    does: "Fail when a plan would delete data",
    folder: "tools/reports/policy",
    words: ["gate"],
    needs: "program",
  },
  env: { does: "Print the environment of the web app or the API", folder: "tools/reports/env", needs: "program" },
  runbooks: {
    does: "Write the runbooks with the names of a stack filled in",
    folder: "tools/reports/runbooks",
    needs: "program",
  },
  doctor: { does: "Check set-up, settings and what is deployed", folder: "tools/reports/doctor" },
  ops: {
    does: "Run an operation: migrate, logs, tunnel, restore drill and others",
    folder: "tools/ops",
    needs: "program",
  },
  test: { does: "Check format, types and lint, and run every test", folder: "lab/check", needs: "tests" },
  "test:unit": { does: "Run the tests that need no engine", folder: "lab/check", words: ["--unit"], needs: "tests" },
  "test:engine": {
    does: "Run the tests that start the Pulumi engine",
    folder: "lab/check",
    words: ["--engine"],
    needs: "tests",
  },
  "test:watch": {
    does: "Run tests again whenever a file changes",
    folder: "lab/check",
    words: ["--watch"],
    needs: "tests",
  },
  bench: { does: "Measure how long Pulumi takes with and without the pack", folder: "lab/bench", needs: "program" },
  faults: {
    does: "Fail or kill the engine at every call and check what is left",
    folder: "lab/faults",
    needs: "program",
  },
  "policy:score": {
    does: "Weaken the program in many ways and count what the rules find",
    folder: "lab/policyScore",
    needs: "program",
  },
  "supply-chain": {
    does: "Check licences, sources and advisories of every dependency",
    folder: "lab/supplyChain",
    needs: "program",
  },
  docs: { does: "Write the generated pages", folder: "lab/docs", needs: "program" },
  format: { does: "Format every file", folder: "lab/check", words: ["--format"], needs: "program" },
  help: { does: "List the commands", folder: "tools/help" },
  "bench-command": {
    does: "Run one Pulumi command as the benchmark needs it",
    folder: "lab/bench/command",
    internal: true,
  },
};
