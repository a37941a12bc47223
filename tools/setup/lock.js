"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { startProgress } = require("./progress");

const POLL_MS = 250;
/** The holder touches its lock this often ... */
const HEARTBEAT_MS = 5_000;
/** ... so one that is this old belongs to nobody, even if a new process has got the old one's number. */
const STALE_MS = 120_000;

/** @param {string} file */
function ownerOf(file) {
  try {
    return Number(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && "code" in error ? error.code : undefined);

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Whether the holder is gone: killed, or another process now has its number (in a container often our own).
 * @param {string} file
 * @param {number} pid
 */
function isStale(file, pid) {
  if (!(pid > 0) || pid === process.pid || !isRunning(pid)) return true;
  try {
    return Date.now() - fs.statSync(file).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}

/**
 * The file appears complete or not at all: it is written aside and linked, and linking fails if another was first.
 * @param {string} file
 */
function tryToTake(file) {
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, String(process.pid));
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return false;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/**
 * A lock whose process died is moved away first: of several who notice, only one can move it.
 * @param {string} file
 * @param {number} pid
 */
function breakStaleLock(file, pid) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  // Between reading the pid and moving the file somebody may have broken the lock and taken it: give theirs back.
  const moved = ownerOf(aside);
  if (!Object.is(moved, pid)) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
  fs.rmSync(aside, { force: true });
}

/**
 * Runs `work` while no other set-up holds the lock file; a lock left by a killed process is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 */
async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  /** @type {((outcome: string) => void) | undefined} */
  let stopWaiting;
  while (!tryToTake(file)) {
    const pid = ownerOf(file);
    if (pid !== undefined && isStale(file, pid)) {
      breakStaleLock(file, pid);
      continue;
    }
    stopWaiting ??= startProgress(`waiting for another set-up, process ${pid}, to finish (lock: ${file})`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  stopWaiting?.("done");
  const release = () => {
    if (ownerOf(file) === process.pid) fs.rmSync(file, { force: true });
  };
  process.once("exit", release);
  const heartbeat = setInterval(() => {
    fs.utimesSync(file, new Date(), new Date());
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener("exit", release);
    release();
  }
}

module.exports = { withLock };
