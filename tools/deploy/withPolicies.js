"use strict";

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

module.exports = { withPolicies };
