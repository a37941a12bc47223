import { z } from "zod";
import { hideSecrets } from "./hideSecrets";
import type { Snapshot, SnapshotOptions, SnapshotResource, Source, Step } from "./snapshot";
import { withoutBanner } from "../npmBanner";

const texts = z.array(z.string()).nullish();
const block = z.record(z.string(), z.unknown()).nullish();
const position = z.object({ sourcePosition: z.string().nullish() });
const stateSchema = z.object({
  urn: z.string(),
  custom: z.boolean().nullish(),
  delete: z.boolean().nullish(),
  external: z.boolean().nullish(),
  id: z.string().nullish(),
  type: z.string(),
  inputs: block,
  outputs: block,
  parent: z.string().nullish(),
  protect: z.boolean().nullish(),
  retainOnDelete: z.boolean().nullish(),
  ignoreChanges: texts,
  additionalSecretOutputs: texts,
  aliases: texts,
  customTimeouts: z.record(z.string(), z.number()).nullish(),
  dependencies: texts,
  propertyDependencies: z.record(z.string(), texts).nullish(),
  provider: z.string().nullish(),
  sourcePosition: z.string().nullish(),
  stackTrace: z.array(position).nullish(),
});
type State = z.infer<typeof stateSchema>;

const previewSchema = z.object({
  steps: z.array(
    z.object({
      op: z.string(),
      urn: z.string(),
      oldState: stateSchema.nullish(),
      newState: stateSchema.nullish(),
      replaceReasons: texts,
    }),
  ),
});
const exportSchema = z.object({
  deployment: z.object({
    resources: z.array(stateSchema).nullish(),
    pending_operations: z.array(z.object({ resource: z.object({ urn: z.string() }), type: z.string() })).nullish(),
  }),
});

/** Steps after which the resource of that URN is gone, or which only take an old one away. */
const GONE = new Set([
  "delete",
  "delete-replaced",
  "discard",
  "discard-replaced",
  "remove-pending-replace",
  "read-discard",
]);

/** Reads the output of `pulumi preview --json` or of `pulumi stack export`. */
export function readSnapshot(text: string): Snapshot {
  const written = parse(text);
  const preview = previewSchema.safeParse(written);
  if (preview.success) {
    const { steps } = preview.data;
    const there = steps.flatMap(({ op, newState }) => (newState && !GONE.has(op) ? [newState] : []));
    return { ...snapshotOf("preview", there, steps[0]?.urn), steps: steps.map(stepOf) };
  }
  const state = exportSchema.safeParse(written);
  if (state.success) {
    const { resources, pending_operations: pending } = state.data.deployment;
    const snapshot = snapshotOf(
      "state",
      (resources ?? []).filter((each) => each.delete !== true),
    );
    return { ...snapshot, pending: (pending ?? []).map(({ resource: { urn }, type }) => ({ urn, operation: type })) };
  }
  throw new Error("This is neither the output of `pulumi preview --json` nor that of `pulumi stack export`.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(withoutBanner(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Not valid JSON (${why}). Redirect the standard output alone: npm run --silent ... > plan.json`);
  }
}

/** @param otherwise a URN of the stack, where nothing will be there */
function snapshotOf(kind: Snapshot["kind"], states: readonly State[], otherwise = ""): Snapshot {
  // A replacement has several steps of one URN; the last one has what will be there.
  const byUrn = new Map(states.map((each) => [each.urn, each]));
  const resources = [...byUrn.values()].map(resourceOf).toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
  const [scheme = "", project = ""] = (resources[0]?.urn ?? otherwise).split("::");
  return { kind, stack: scheme.split(":").at(-1) ?? "", project, resources, steps: [], pending: [] };
}

function stepOf({ op, urn, oldState, newState, replaceReasons }: z.infer<typeof previewSchema>["steps"][number]): Step {
  const type = newState?.type ?? oldState?.type ?? typeIn(urn);
  return { op, urn, type, name: nameIn(urn), replaceReasons: replaceReasons ?? [] };
}

function resourceOf(state: State): SnapshotResource {
  const source = sourceOf(state);
  const provider = state.provider?.split("::").slice(0, -1).join("::");
  return {
    type: state.type,
    name: nameIn(state.urn),
    urn: state.urn,
    custom: state.custom ?? false,
    external: state.external ?? false,
    ...(given(state.id) ? { id: state.id } : {}),
    ...(given(state.parent) ? { parent: state.parent } : {}),
    inputs: hideSecrets(state.inputs ?? {}),
    ...(state.outputs && { outputs: hideSecrets(state.outputs) }),
    dependencies: state.dependencies ?? [],
    propertyDependencies: mapped(state.propertyDependencies ?? {}, (urns) => urns ?? []),
    options: optionsOf(state),
    ...(given(provider) ? { provider } : {}),
    ...(source && { source }),
  };
}

function optionsOf(state: State): SnapshotOptions {
  const limits = state.customTimeouts;
  return {
    protect: state.protect ?? false,
    retainOnDelete: state.retainOnDelete ?? false,
    ignoreChanges: state.ignoreChanges ?? [],
    additionalSecretOutputs: state.additionalSecretOutputs ?? [],
    aliases: state.aliases ?? [],
    ...(limits && {
      customTimeouts: {
        create: limits["create"] ?? 0,
        update: limits["update"] ?? 0,
        delete: limits["delete"] ?? 0,
      },
    }),
  };
}

/** The place in the program's own files, however deep in a library the resource is made. */
function sourceOf({ sourcePosition, stackTrace }: State): Source | undefined {
  const positions = [sourcePosition, ...(stackTrace ?? []).map((each) => each.sourcePosition)];
  for (const each of positions) {
    const [, file, line, column] = /^project:\/\/\/(?!.*node_modules\/)(.+)#(\d+),(\d+)$/.exec(each ?? "") ?? [];
    if (file !== undefined) return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

function given(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== "";
}

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** `urn:pulumi:<stack>::<project>::<types>::<name>`; the last of the types is its own, the others are its parents'. */
const nameIn = (urn: string) => urn.split("::").slice(3).join("::");
const typeIn = (urn: string) => urn.split("::")[2]?.split("$").at(-1) ?? "";
