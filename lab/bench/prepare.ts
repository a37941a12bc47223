import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { snapshotFrom } from "../../tools/shared/stackSnapshot";
import type { Snapshot } from "../../tools/shared/snapshot/snapshot";
import { measureChild } from "./measure/child";
import { pulumiCommand, type Scenario, type State } from "./scenarios";

/** Makes the states that scenarios start from, each once; nothing of it is measured. */
export async function prepareStates(
  root: string,
  work: string,
  chosen: readonly Scenario[],
  tell: (line: string) => void,
): Promise<void> {
  const wanted = new Map(
    chosen.flatMap(({ startsFrom: from }) => (from ? [[`${from.kind}-${from.stack}`, from]] : [])),
  );
  for (const state of wanted.values()) {
    tell(`preparing a stack ${state.stack} that ${state.kind === "up" ? "is up" : "has nothing"}`);
    await prepare(root, work, state);
  }
}

async function prepare(root: string, work: string, { kind, stack }: State): Promise<void> {
  rmSync(join(work, "run"), { recursive: true, force: true });
  await measureChild(pulumiCommand(root, work, [root, "-", stack, "init"]), false);
  if (kind === "up")
    await measureChild(pulumiCommand(root, work, [root, "-", stack, "up", "--yes", "--skip-preview"]), false);
  cpSync(join(work, "run"), join(work, `${kind}-${stack}`), { recursive: true });
}

/** What the rules are timed on. */
export function planOfProd(): Promise<Snapshot> {
  return snapshotFrom({ stack: "prod", plan: true, real: false, file: undefined });
}
