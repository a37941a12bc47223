import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentReport } from "../../../../tools/reports/deployment/deploymentReport";
import { inputOf } from "../../../../tools/reports/deployment/inputOf";
import { htmlReport } from "../../../../tools/reports/deployment/render/html";
import { markdownReport } from "../../../../tools/reports/deployment/render/markdown";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";

const FIXTURES = join(__dirname, "../../../fixtures/doctor");
const TODAY = "2026-11-24";

/** A deployed stack, reduced to what the doctor's tests need. */
export const deployedStack = (stack: "dev" | "prod"): Snapshot =>
  readSnapshot(readFileSync(join(FIXTURES, `${stack}.json`), "utf8"));

export const sectionsOf = (snapshot: Snapshot, real = false) =>
  deploymentReport(inputOf(snapshot, { real, today: TODAY }));

export const htmlOf = (snapshot: Snapshot) => htmlReport({ title: "Report", sections: sectionsOf(snapshot) });
export const markdownOf = (snapshot: Snapshot) => markdownReport({ title: "Report", sections: sectionsOf(snapshot) });

/** The same stack with properties of one resource changed. */
export function changed(snapshot: Snapshot, name: string, properties: Record<string, unknown>): Snapshot {
  const change = (each: Snapshot["resources"][number]) => ({
    ...each,
    inputs: { ...each.inputs, ...properties },
    outputs: { ...each.outputs, ...properties },
  });
  return { ...snapshot, resources: snapshot.resources.map((each) => (each.name === name ? change(each) : each)) };
}

/** The stack as a preview has it: nothing has an id or an output yet. */
export function planned(snapshot: Snapshot): Snapshot {
  const resources = snapshot.resources.map((each) => {
    const { outputs, id, ...rest } = each;
    return outputs === undefined && id === undefined ? each : rest;
  });
  return { ...snapshot, kind: "preview", resources };
}
