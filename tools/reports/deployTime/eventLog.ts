import { z } from "zod";
import { parsed } from "../../shared/parsed";
import { UsageError } from "../../shared/usageError";
import { timeOf, type Measurements } from "./timeOf";
import type { Seconds } from "./seconds";

const HOW =
  "Take the log of a first update: PULUMI_DEBUG_COMMANDS=true npm run up -- --stack <stack> --event-log up.json";

const resource = z.object({
  planning: z.boolean().nullish(),
  metadata: z.object({
    op: z.string(),
    urn: z.string(),
    type: z.string(),
    new: z.object({ custom: z.boolean().nullish(), inputs: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  }),
});
/** `timestamp` is in whole seconds, so a duration is right to a second. */
const event = z.object({
  timestamp: z.number(),
  resourcePreEvent: resource.optional(),
  resOutputsEvent: resource.optional(),
});

/** A replacement makes a new one too. */
const CREATIONS = new Set(["create", "create-replacement"]);

/** A type with what the table says of it and what an update took. */
export interface Comparison {
  readonly key: string;
  readonly count: number;
  readonly estimated: Seconds;
  readonly measured: Seconds;
}

/** What the creations in an event log took, by type: the shortest, the middle one and the longest. Most time first. */
export function readEventLog(text: string): readonly Comparison[] {
  const began = new Map<string, number>();
  const taken = new Map<string, { readonly estimated: Seconds; readonly seconds: number[] }>();
  for (const { timestamp, resourcePreEvent: pre, resOutputsEvent: post } of eventsIn(text)) {
    const { metadata, planning } = pre ?? post ?? {};
    if (metadata === undefined || planning === true || !CREATIONS.has(metadata.op)) continue;
    if (metadata.new?.custom !== true) continue;
    if (pre !== undefined) began.set(metadata.urn, timestamp);
    const start = began.get(metadata.urn);
    if (post === undefined || start === undefined) continue;
    const { key, seconds: estimated } = timeOf({ type: metadata.type, inputs: metadata.new.inputs ?? {} });
    const there = taken.get(key) ?? { estimated, seconds: [] };
    there.seconds.push(timestamp - start);
    taken.set(key, there);
  }
  if (taken.size === 0) throw new UsageError(`This event log has no resource that was made. ${HOW}`);
  return [...taken]
    .map(([key, { estimated, seconds }]) => ({ key, count: seconds.length, estimated, measured: rangeOf(seconds) }))
    .toSorted((a, b) => b.measured.typical - a.measured.typical || (a.key < b.key ? -1 : 1));
}

/** What `deployTime` takes in place of the table. */
export function measurementsOf(comparisons: readonly Comparison[]): Measurements {
  return new Map(comparisons.map(({ key, measured }) => [key, measured]));
}

function eventsIn(text: string): readonly z.infer<typeof event>[] {
  const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => {
      const read = event.safeParse(parsed(line));
      if (!read.success) throw new UsageError(`Line ${number} is no event of Pulumi's engine. ${HOW}`);
      return read.data;
    });
}

function rangeOf(seconds: readonly number[]): Seconds {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  return { low: at(0), typical: at(Math.floor((sorted.length - 1) / 2)), high: at(sorted.length - 1) };
}
