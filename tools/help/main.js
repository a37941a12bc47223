"use strict";

const COMMANDS = require("../commands");

/** What `npm run help` prints: every npm script with what it does. */
function help() {
  const scripts = Object.entries(COMMANDS).filter(([, { internal }]) => internal !== true);
  const typed = (/** @type {string} */ name) =>
    name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`;
  const width = Math.max(...scripts.map(([name]) => typed(name).length));
  const lines = scripts.map(([name, { does }]) => `  ${typed(name).padEnd(width)}  ${does}`);
  return ["Words for a command go behind `--`; most know `--help`.", "", ...lines].join("\n");
}

async function main() {
  console.log(help());
  return Promise.resolve(0);
}

module.exports = { help, main };
