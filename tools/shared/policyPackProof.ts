import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROOF } from "../../policies/engine/proof";

/** A place where the policy pack can show one run of the program that it judges, so that the guard in it can rest. */
export function policyPackProof() {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-pack-"));
  return {
    env: { [PROOF]: join(folder, "judge") },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
