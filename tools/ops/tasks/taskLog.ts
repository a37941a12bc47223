import { CloudWatchLogsClient, GetLogEventsCommand, ResourceNotFoundException } from "@aws-sdk/client-cloudwatch-logs";
import type { Scene } from "../shared/operation";
import type { PreparedContainer } from "./preparedTask";

/** Lines: enough for the message of an error and what led to it. */
const LINES = 20;

/** Shows what a container wrote last in this task. */
export async function showLog(scene: Scene, { name, log }: PreparedContainer, taskId: string): Promise<void> {
  const { calls, client, say } = scene;
  if (log === undefined) {
    say(`${name} writes no log.`);
    return;
  }
  const logs = new CloudWatchLogsClient(client);
  const logStreamName = log.stream(taskId);
  const command = new GetLogEventsCommand({ logGroupName: log.group, logStreamName, limit: LINES });
  const { events = [] } = await calls.send("logs", command, () => logs.send(command).catch(noStream), PRETENDED);
  if (calls.isDryRun) return;
  say(events.length === 0 ? `${name} wrote nothing to ${log.group}.` : `Last lines of ${name} (${logStreamName}):`);
  for (const { message = "" } of events) say(`  ${message.trimEnd()}`);
}

const PRETENDED = { $metadata: {}, events: [] };

/** A container that never started has no stream. */
function noStream(error: unknown): typeof PRETENDED {
  if (error instanceof ResourceNotFoundException) return PRETENDED;
  throw error;
}
