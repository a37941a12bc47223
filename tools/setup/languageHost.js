"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { versionFolder } = require("./findCli");

const NAME = "pulumi-language-nodejs";
const SOURCE = path.join(__dirname, "cli", `${NAME}.js`);

/** Puts our language host into a folder. It appears complete: it is written aside and renamed. */
function placeLanguageHost(folder) {
  const aside = path.join(folder, `${NAME}.${process.pid}`);
  fs.copyFileSync(SOURCE, aside);
  fs.chmodSync(aside, 0o755);
  fs.renameSync(aside, path.join(folder, NAME));
}

/** A CLI that set-up built earlier may have an older host of ours beside it. An official host is a binary: left alone. */
function refreshLanguageHost(env = process.env) {
  const folder = path.join(versionFolder(env), "bin");
  let installed;
  try {
    installed = fs.readFileSync(path.join(folder, NAME));
  } catch {
    return;
  }
  if (installed.subarray(0, 2).toString() !== "#!" || installed.equals(fs.readFileSync(SOURCE))) return;
  placeLanguageHost(folder);
}

module.exports = { placeLanguageHost, refreshLanguageHost };
