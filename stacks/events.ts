import * as pulumi from "@pulumi/pulumi";
import type { QueueSubject } from "../components/compute/queueAlarms";
import { EventQueue } from "../components/compute/eventQueue";
import { LambdaHandler } from "../components/compute/lambdaHandler";
import type { Network } from "../components/network/network";
import type { Statement } from "../components/shared/policyDocument";
import type { Context } from "./context";
import { createKey, type Keys } from "./keys";
import type { Profile } from "./profile";

/** A call to a vendor that sends mail or messages, with its own retries. */
const TIMEOUT_SECONDS = 60;

/** What the API's tasks need to report events. Nothing where the settings have no handler. */
export interface Events {
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  readonly statements: readonly Statement[];
  readonly queues: readonly QueueSubject[];
  readonly functionName?: pulumi.Output<string>;
}

/** Events that the API reports and a function processes, so that no patient waits for what can be done a second later. */
export function createEvents(context: Context, keys: Keys, network: Network, { events, logs }: Profile): Events {
  if (events === undefined) return { environment: {}, statements: [], queues: [] };
  const { location, prefix, deletionProtection, opts } = context;
  const key = createKey(context, "events", "Events between the API and its function", []);
  const queue = new EventQueue(
    "events",
    { visibilityTimeoutSeconds: 6 * TIMEOUT_SECONDS, kmsKeyArn: key.arn, location },
    opts,
  );
  const { functionName } = new LambdaHandler(
    "event-handler",
    {
      functionName: `${prefix}-events`,
      code: { archive: new pulumi.asset.FileArchive(events.codePath) },
      runtime: events.runtime,
      handler: events.handler,
      placement: { vpcId: network.vpcId, subnetIds: network.privateSubnetIds },
      timeoutSeconds: TIMEOUT_SECONDS,
      reservedConcurrency: events.reservedConcurrency,
      kmsKeyArn: key.arn,
      source: { queue },
      location,
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: logs.retentionDays,
      deletionProtection,
    },
    opts,
  );
  return {
    environment: { EVENTS_QUEUE_URL: queue.url },
    statements: queue.producerStatements,
    queues: [{ purpose: "events", queueName: queue.name, deadLetterQueueName: queue.deadLetterQueueName }],
    functionName,
  };
}
