"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { installedCli } = require("../findCli");

const NAME = "pulumi-language-nodejs";
const SOURCE = path.join(__dirname, `${NAME}.js`);

/**
 * Puts our language host into a folder. It appears complete: it is written aside and renamed.
 * @param {string} folder
 */
function placeLanguageHost(folder) {
  const aside = path.join(folder, `${NAME}.${process.pid}`);
  fs.copyFileSync(SOURCE, aside);
  fs.chmodSync(aside, 0o755);
  fs.renameSync(aside, path.join(folder, NAME));
}

/**
 * A CLI that set-up built earlier may have an older host of ours beside it, or none if somebody cleaned up. An official host
 * is a binary: left alone.
 */
function refreshLanguageHost(env = process.env) {
  const cli = installedCli(env);
  if (!fs.existsSync(cli)) return;
  const folder = path.dirname(cli);
  const file = path.join(folder, NAME);
  const installed = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.from("#!");
  if (installed.subarray(0, 2).toString() !== "#!" || installed.equals(fs.readFileSync(SOURCE))) return;
  placeLanguageHost(folder);
}

module.exports = { placeLanguageHost, refreshLanguageHost };
