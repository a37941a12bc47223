"use strict";

const fs = require("node:fs");
const path = require("node:path");

const WITH_POLICIES = new Set(["preview", "up", "update", "watch"]);

/** Adds our policy pack and its configuration to a line for the CLI, and tells the program that the pack judges already. */
function withPolicies(root, [command, ...rest]) {
  if (command === undefined) return { args: ["help"], env: {} };
  if (!WITH_POLICIES.has(command)) return { args: [command, ...rest], env: {} };
  const has = (flag) => rest.some((each) => each === flag || each.startsWith(`${flag}=`));
  // The CLI wants as many configurations as packs, or none: beside a pack of the user's, ours goes without.
  const isAlone = !has("--policy-pack") && !has("--policy-pack-config");
  const config = isAlone ? ["--policy-pack-config", path.join(root, "stacks", "policies.json")] : [];
  const pack = ["--policy-pack", path.join(root, "policies"), ...config];
  return { args: [command, ...pack, ...rest], env: { TELEHEALTH_POLICY_PACK: "passed" } };
}

/**
 * A rule that is switched off leaves no trace of who did it, why and until when; an exemption does. So a configuration may
 * hold settings, but no level that lets a mandatory rule pass.
 *
 * @param {string} base the folder that the user's paths start from
 */
function switchedOff(words, base) {
  const at = words.findIndex((each) => each === "--policy-pack-config" || each.startsWith("--policy-pack-config="));
  if (at === -1) return [];
  const file = words[at].includes("=") ? words[at].slice(words[at].indexOf("=") + 1) : (words[at + 1] ?? "");
  let written;
  try {
    written = JSON.parse(fs.readFileSync(path.resolve(base, file), "utf8"));
  } catch {
    // The CLI says what is wrong with a file that it cannot read.
    return [];
  }
  const levelOf = (value) => (typeof value === "string" ? value : value?.enforcementLevel);
  return Object.entries(written ?? {})
    .filter(([, value]) => ["disabled", "advisory", "remediate"].includes(levelOf(value)))
    .map(([rule, value]) => `${file}: ${rule} is ${levelOf(value)}. Write an exemption with owner, reason and expiry.`);
}

module.exports = { switchedOff, withPolicies };
