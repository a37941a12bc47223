import type * as pulumi from "@pulumi/pulumi";
import type { QueueSubject } from "../components/compute/queueAlarms";
import type { ScheduleSubject } from "../components/compute/scheduleAlarms";
import { ScheduledJob } from "../components/compute/scheduledJob";
import type { Statement } from "../components/shared/policyDocument";
import type { Context } from "./context";
import { createKey } from "./keys";
import type { Profile } from "./profile";

/** A worker's reply may take as long as a call to the vendor that sends the messages. */
const VISIBILITY_SECONDS = 300;

/** What the API's tasks need to process appointment reminders. Nothing where the settings have no schedule. */
export interface Reminders {
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  readonly statements: readonly Statement[];
  readonly queues: readonly QueueSubject[];
  readonly schedules: readonly ScheduleSubject[];
}

/** The daily call to prepare appointment reminders, in a queue that survives a vendor's bad hour. */
export function createReminders(context: Context, { reminders }: Profile): Reminders {
  if (reminders === undefined) return { environment: {}, statements: [], queues: [], schedules: [] };
  const { location, prefix, opts } = context;
  const key = createKey(context, "jobs", "Messages between the schedule and the tasks", []);
  const job = new ScheduledJob(
    "reminders",
    {
      groupName: `${prefix}-reminders`,
      ...reminders,
      visibilityTimeoutSeconds: VISIBILITY_SECONDS,
      kmsKeyArn: key.arn,
      location,
    },
    opts,
  );
  const { groupName, queueName, deadLetterQueueName } = job;
  return {
    environment: { REMINDERS_QUEUE_URL: job.queueUrl },
    statements: job.consumerStatements,
    queues: [{ purpose: "reminders", queueName, deadLetterQueueName }],
    schedules: [{ purpose: "reminders", groupName }],
  };
}
