import { join } from "node:path";
import type { Operation } from "../../tools/offline/providers/aws/failure";
import { Ledger } from "./ledger";
import { Site } from "./site";
import { readStateFile } from "./stateFile";
import type { Undisturbed } from "./trial";

/** Changes the default tags, and with them nearly everything that can have tags. */
const CHANGE = { "telehealth:owner": "faults@example.com" };
const RUN = ["--yes", "--skip-preview"];

/** What the operations do without a fault. A stack can be changed and destroyed only once it has been made. */
export type Worlds = { readonly create: Undisturbed } & Readonly<Partial<Record<Operation, Undisturbed>>>;

/** Makes a stack, changes it and destroys it, as far as it is asked for: what the runs with a fault are compared with. */
export async function undisturbed(folder: string, stack: string, operations: readonly Operation[]): Promise<Worlds> {
  const ledger = new Ledger();
  const empty = await Site.create(join(folder, "empty"), stack, ledger);
  const create = await run(empty, join(folder, "deployed"), ["up", ...RUN], "create", ledger);
  const changed = create.site.copyTo(join(folder, "changed"));
  changed.configure(CHANGE);
  const after = (operation: Operation, start: Site, where: string, command: string) =>
    run(start, join(folder, where), [command, ...RUN], operation, create.ledger);
  return {
    create: create.run,
    ...(operations.includes("update") ? { update: (await after("update", changed, "updated", "up")).run } : {}),
    ...(operations.includes("delete") ? { delete: (await after("delete", create.site, "gone", "destroy")).run } : {}),
  };
}

async function run(start: Site, folder: string, words: readonly string[], operation: Operation, before: Ledger) {
  const site = start.copyTo(folder);
  const ledger = new Ledger(before.objects);
  let calls = 0;
  const { code, output } = await site.run(words, ledger, {
    before: (call) => {
      if (call.operation === operation) calls += 1;
    },
  });
  if (code !== 0) throw new Error(`Without any fault, pulumi ${words.join(" ")} fails:\n${output}`);
  const end = { objects: ledger.objects, ...readStateFile(site.stateFile) };
  return { site, ledger, run: { start, objects: before.objects, words, end, calls } };
}
