import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Calls } from "../shared/calls";
import { orNothing } from "../shared/orNothing";
import type { LogGroup } from "./sources";

/** Events that are asked for at once; AWS gives 10,000 at most, or one megabyte. */
const PAGE = 1000;

export interface LogEvent {
  readonly group: LogGroup;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly message: string;
}

export interface Wanted {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly filterPattern: string | undefined;
  /** No more than these; the oldest come first. */
  readonly most: number;
  readonly isNew: (event: LogEvent) => boolean;
}

/** Page by page, as a page may be empty with more to come; undefined if there is no such group. */
export async function readEvents(calls: Calls, group: LogGroup, wanted: Wanted): Promise<LogEvent[] | undefined> {
  const { from, filterPattern, most, isNew } = wanted;
  const logs = new CloudWatchLogsClient({ region: group.region });
  const events: LogEvent[] = [];
  let nextToken: string | undefined;
  do {
    const command = new FilterLogEventsCommand({
      logGroupName: group.name,
      startTime: from,
      limit: PAGE,
      ...(filterPattern === undefined ? {} : { filterPattern }),
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    const page = await calls.send("logs", command, () => orNothing(logs.send(command), ResourceNotFoundException), {
      $metadata: {},
    });
    if (page === undefined) return undefined;
    for (const { eventId: id = "", timestamp: time = 0, message = "" } of page.events ?? []) {
      const event = { group, id, time, message };
      if (isNew(event)) events.push(event);
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined && events.length < most);
  return events.slice(0, most);
}
