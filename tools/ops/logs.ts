import { z } from "zod";
import { whole } from "../shared/options";
import { UsageError } from "../shared/usageError";
import type { LogEvent } from "./logSources/readEvents";
import { type LogSource, SOURCES } from "./logSources/sources";
import { Tail } from "./logSources/tail";
import { callsTo } from "./shared/calls";
import { operation, type Scene } from "./shared/operation";
import { type Clock, realClock } from "./tasks/clock";

/** AWS allows five such calls a second for the whole account and region, and the firewalls are four groups. */
const PAUSE_SECONDS = 5;
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const NAMES = Object.keys(SOURCES);

const OPTIONS = {
  of: z
    .string()
    .transform((name, problems) => {
      const source = Object.entries<LogSource>(SOURCES).find(([each]) => each === name)?.[1];
      if (source !== undefined) return source;
      problems.addIssue(`is not a log. Write one of ${NAMES.join(", ")}`);
      return z.NEVER;
    })
    .optional()
    .describe(`which log:\n${listed()}`),
  group: z.string().min(1, "is empty").optional().describe("instead of --of: a log group by its name"),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "is not a region. Write one such as us-east-1")
    .optional()
    .describe("the region of that group, if it is not the stack's: logs of CloudFront are in us-east-1"),
  since: z
    .string()
    .regex(/^\d{1,6}[smhd]$/, "is not a time. Write a number and s, m, h or d, such as 15m")
    .transform(milliseconds)
    .default(15 * UNITS.m)
    .describe("how far back: 90s, 15m, 2h, 7d  [15m]"),
  filter: z.string().optional().describe(`a filter pattern of CloudWatch Logs, such as ERROR or '{ $.status = 500 }'`),
  limit: whole
    .refine((limit) => limit >= 1 && limit <= 100_000, { error: "is not from 1 to 100000. Write fewer lines" })
    .default(1000)
    .describe("ends after so many events, the oldest first  [1000]"),
  follow: z.boolean().default(false).describe("goes on with what is new, until Ctrl+C"),
};

export type Question = z.infer<z.ZodObject<typeof OPTIONS>>;

export const logs = operation({
  name: "logs",
  summary: "Shows what the stack has logged, and follows it.",
  options: OPTIONS,
  run: showLogs,
});

export async function showLogs(asked: Question, scene: Scene, clock: Clock = realClock): Promise<undefined> {
  const { calls, say } = scene;
  const source = sourceOf(asked);
  const groups = await source.groups(scene);
  const tail = new Tail(groups, clock.now() - asked.since, asked.filter);
  if (source.phi !== undefined) say(`Note: ${source.phi} Treat it as PHI: no copies in tickets, chats or mails.`);

  let left = asked.limit;
  const round = async (by: typeof calls) => {
    const { events, isCut, missing } = await tail.next(by, left);
    for (const event of events) say(lineOf(event, groups.length > 1));
    left -= events.length;
    return { isCut, missing, isEmpty: events.length === 0 };
  };

  const first = await round(calls);
  if (groups.length === first.missing.length)
    throw new UsageError(
      `${scene.outputs.stack} has no such log yet: ${first.missing.map(({ name }) => name).join(", ") || "no log group"}.`,
    );
  for (const { name } of first.missing) say(`(There is no ${name}.)`);
  if (calls.isDryRun) {
    if (asked.follow) say(`would ask again every ${PAUSE_SECONDS} seconds`);
    return;
  }
  if (first.isEmpty && !asked.follow) say("Nothing in this time. Go further back with --since.");
  let { isCut } = first;
  if (asked.follow && left > 0) say(`(Asks again every ${PAUSE_SECONDS} seconds. Ctrl+C ends it.)`);
  // Said once is enough: it is the same call each time.
  const silently = callsTo(() => undefined, false);
  while (asked.follow && left > 0) {
    await clock.wait(PAUSE_SECONDS);
    ({ isCut } = await round(silently));
  }
  if (isCut)
    say(`Ends after ${asked.limit} events, with more to come: use --filter, a shorter --since or a higher --limit.`);
}

function sourceOf({ of, group, region }: Question): LogSource {
  if ((of === undefined) === (group === undefined))
    throw new UsageError(`Choose one: --of ${NAMES.join("|")}, or --group <name of a log group>.`);
  if (region !== undefined && group === undefined)
    throw new UsageError("--region: goes with --group only. Leave it out.");
  if (of !== undefined) return of;
  return {
    about: "",
    phi: "What is in this group is not known here.",
    groups: ({ client }) => [{ name: group ?? "", region: region ?? client.region }],
  };
}

/** A message may have come from anybody, so nothing in it reaches the terminal as a command. */
function lineOf({ group, time, message }: LogEvent, withGroup: boolean): string {
  const text = message.trimEnd().replace(/(?![\t\n])\p{Cc}/gu, visible);
  return `${new Date(time).toISOString()}  ${withGroup ? `${group.name}  ` : ""}${text}`;
}

const visible = (mark: string) => `\\x${mark.charCodeAt(0).toString(16).padStart(2, "0")}`;

function milliseconds(text: string): number {
  const unit = text.slice(-1);
  const of = Object.entries(UNITS).find(([each]) => each === unit)?.[1] ?? 0;
  return Number(text.slice(0, -1)) * of;
}

/** For `--help`: one line for each, under the option. */
function listed(): string {
  const width = Math.max(...NAMES.map((name) => name.length));
  return Object.entries(SOURCES)
    .map(([name, { about }]) => `${" ".repeat(13)}${name.padEnd(width)}  ${about}`)
    .join("\n");
}
