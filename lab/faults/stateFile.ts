import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { hideSecrets } from "../../tools/shared/snapshot/hideSecrets";

const resource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean().default(false),
  id: z.string().default(""),
  external: z.boolean().default(false),
  delete: z.boolean().default(false),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
const schema = z.looseObject({
  checkpoint: z.looseObject({
    latest: z
      .looseObject({
        resources: z.array(resource).default([]),
        pending_operations: z.array(z.looseObject({ type: z.string(), resource })).default([]),
      })
      .default({ resources: [], pending_operations: [] }),
  }),
});

export interface StateResource {
  readonly urn: string;
  readonly id: string;
  readonly type: string;
  /** Whether it is in AWS and this stack's: not a component, a provider, or what was only looked up. */
  readonly isOurs: boolean;
  /** A remainder that Pulumi still has to delete. */
  readonly delete: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What the engine had begun when it last wrote its state. */
export interface PendingOperation {
  /** creating, updating, deleting, reading or importing. */
  readonly type: string;
  readonly urn: string;
  readonly id: string;
}

export interface State {
  readonly resources: readonly StateResource[];
  readonly pending: readonly PendingOperation[];
}

/** What `pulumi stack export` would print, from the file where the engine keeps it: a second less for each look. */
export function readStateFile(file: string): State {
  const { resources, pending_operations } = parse(file).checkpoint.latest;
  return {
    resources: resources.map(({ urn, id, type, custom, external, delete: isRemainder, inputs }) => ({
      urn,
      id,
      type,
      isOurs: custom && !external && type.startsWith("aws:"),
      delete: isRemainder,
      inputs: hideSecrets(inputs),
    })),
    pending: pending_operations.map((each) => ({ type: each.type, urn: each.resource.urn, id: each.resource.id })),
  };
}

/**
 * The bug that the check has to notice: takes the last resource out that nothing else names, as if the engine had lost
 * what it wrote of it. Answers which, or undefined if there was none.
 */
export function loseOneWrite(file: string): string | undefined {
  const state = parse(file);
  const { resources } = state.checkpoint.latest;
  const lost = resources.findLast(
    (each) =>
      each.type.startsWith("aws:") &&
      !resources.some((other) => other !== each && JSON.stringify(other).includes(`${each.urn}"`)),
  );
  if (lost === undefined) return undefined;
  state.checkpoint.latest.resources = resources.filter((each) => each !== lost);
  writeFileSync(file, JSON.stringify(state));
  return lost.urn;
}

const parse = (file: string) => schema.parse(JSON.parse(readFileSync(file, "utf8")));
