import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adopt } from "./adopt";
import type { World } from "./check";
import type { CloudObject, Ledger } from "./ledger";
import type { Finished, Site } from "./site";

/** What is in AWS and only a pending operation tells of: the ids a person would find by looking into the account. */
export function foundInAccount({ objects, pending, resources }: World): readonly CloudObject[] {
  const recorded = new Set(resources.map(({ urn, id }) => `${urn} ${id}`));
  return objects.filter(
    ({ urn, id }) =>
      !recorded.has(`${urn} ${id}`) && pending.some((each) => each.type === "creating" && each.urn === urn),
  );
}

/**
 * Does what a person does after a kill, before running the command again: the lock goes; resources "pending creation"
 * that are in the account are written into the state; a refresh clears the rest and asks AWS about everything. Answers
 * the command that failed, if one did. `refresh --import-pending-creates` would seem to be made for this: Pulumi 3.259.0
 * takes the mark away and imports nothing.
 */
export async function recover(site: Site, ledger: Ledger, world: World): Promise<Failure | undefined> {
  const found = foundInAccount(world);
  const file = join(site.folder, "edited.json");
  const edit = () => {
    writeFileSync(file, adopt(readFileSync(file, "utf8"), found));
  };
  const exportStep = { words: ["stack", "export", "--file", file], then: edit };
  const steps = [
    { words: ["cancel", "--yes"] },
    ...(found.length > 0 ? [exportStep, { words: ["stack", "import", "--file", file] }] : []),
    { words: ["refresh", "--yes", "--skip-preview", "--clear-pending-creates"] },
  ];
  for (const step of steps) {
    const finished = await site.run(step.words, ledger);
    if (finished.code !== 0) return { words: step.words, finished };
    if ("then" in step) step.then();
  }
  return undefined;
}

export interface Failure {
  readonly words: readonly string[];
  readonly finished: Finished;
}
