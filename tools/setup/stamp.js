"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

/**
 * Every file below a folder that `keep` accepts, sorted: the same tree gives the same list everywhere.
 * @param {string} folder
 * @param {(file: string) => boolean} keep
 */
function filesBelow(folder, keep) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(keep)
    .sort();
}

/**
 * One hash over names and contents.
 * @param {string} root
 * @param {readonly string[]} files
 */
function fingerprint(root, files, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const file of files) hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} file */
function readStamp(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

module.exports = { filesBelow, fingerprint, readStamp };
