import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";
import { jobQueue } from "./jobQueue";
import { refuseOutside } from "./refuseOutside";
import { expressionProblem, isTimezone } from "./scheduleExpression";
import { readQueueStatements, startJobStatements, trustScheduler } from "./scheduledJobAccess";

/** A reminder that comes more than an hour late does harm: it goes to the dead-letter queue, where a person decides. */
const RETRY = { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 185 };
/** Minutes: AWS, "ScheduleFlexibleTimeWindow". */
const WINDOW = { least: 1, most: 1440 };
/** Seconds: AWS, "Amazon SQS visibility timeout". Zero would hand each message to every worker. */
const VISIBILITY = { least: 1, most: 43200 };
/** AWS, "SetQueueAttributes", maxReceiveCount. */
const ATTEMPTS = { least: 1, most: 1000 };

export interface ScheduledJobArgs {
  /** Name in AWS of the group the schedule is in, with the stack before it: schedules themselves cannot be tagged. */
  readonly groupName: string;
  /** When, such as `cron(0 9 * * ? *)` (six fields) or `rate(15 minutes)`. */
  readonly expression: string;
  /** IANA time zone of a cron expression, such as `America/New_York`. Required: UTC would call patients at night. */
  readonly timezone: string;
  /** False keeps the schedule from firing. Required: copied data holds telephone numbers of real people. */
  readonly enabled: boolean;
  /** Minutes that AWS may wait after the exact time, to spread load. @default none, because people notice */
  readonly flexibleWindowMinutes?: number;
  /** Content of the message. No PHI: the worker reads what it needs from the database. @default only the time of the run */
  readonly message?: Readonly<Record<string, string | number | boolean>>;
  /** Seconds a worker may take for one message; after that it is delivered again. */
  readonly visibilityTimeoutSeconds: number;
  /** How often a message is delivered before it goes to the dead-letter queue. @default 5, which outlasts a deployment */
  readonly maxAttempts?: number;
  /** Encrypts the queue, its dead-letter queue and the schedule's message. It needs no grant but the account's own. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Of the stack. */
  readonly location: Location;
}

/**
 * Scheduled work, such as appointment reminders: a schedule writes to a queue that a task reads, so that
 * a run survives a deployment or a crash. Delivery is at least once: the worker recognises a run by its `scheduledTime`.
 */
export class ScheduledJob extends pulumi.ComponentResource {
  /** For an alarm on runs that the schedule could not deliver. */
  public readonly groupName: pulumi.Output<string>;
  public readonly queueUrl: pulumi.Output<string>;
  public readonly queueArn: pulumi.Output<string>;
  /** For an alarm on the age of the oldest message. */
  public readonly queueName: pulumi.Output<string>;
  /** Holds what the schedule could not deliver and what no worker could process. */
  public readonly deadLetterQueueArn: pulumi.Output<string>;
  /** For an alarm: anything in it is work that was not done. */
  public readonly deadLetterQueueName: pulumi.Output<string>;
  /** For the role of the task that does the work. */
  public readonly consumerStatements: Statement[];

  constructor(name: string, args: ScheduledJobArgs, opts?: pulumi.ComponentResourceOptions) {
    // A key whose grants name the queue one day would wait for it: the component must not wait for the key.
    const { kmsKeyArn, ...early } = args;
    super("telehealth:compute:ScheduledJob", name, early, opts);
    const { expression, timezone, enabled, flexibleWindowMinutes, message = {}, location } = args;
    const { groupName, visibilityTimeoutSeconds, maxAttempts = 5 } = args;
    refuse(this, { ...args, maxAttempts });

    const mine = { parent: this };
    const { queue, deadLetters } = jobQueue(this, name, { kmsKeyArn, visibilityTimeoutSeconds, maxAttempts });
    const group = new aws.scheduler.ScheduleGroup(`${name}-group`, { name: groupName }, mine);
    const role = new aws.iam.Role(
      `${name}-start`,
      { assumeRolePolicy: trustScheduler(group.arn, location.accountId) },
      mine,
    );
    const targets = [queue.arn, deadLetters.arn];
    const permission = new aws.iam.RolePolicy(
      `${name}-start-may`,
      { role: role.id, policy: policyDocument(startJobStatements(targets, kmsKeyArn, group.name, location)) },
      mine,
    );
    new aws.scheduler.Schedule(
      `${name}-schedule`,
      {
        groupName: group.name,
        scheduleExpression: expression,
        scheduleExpressionTimezone: timezone,
        state: enabled ? "ENABLED" : "DISABLED",
        flexibleTimeWindow:
          flexibleWindowMinutes === undefined
            ? { mode: "OFF" }
            : { mode: "FLEXIBLE", maximumWindowInMinutes: flexibleWindowMinutes },
        kmsKeyArn,
        target: {
          arn: queue.arn,
          roleArn: role.arn,
          // AWS fills in the time of the run: AWS, "Adding context attributes in EventBridge Scheduler".
          input: JSON.stringify({ ...message, scheduledTime: "<aws.scheduler.scheduled-time>" }),
          deadLetterConfig: { arn: deadLetters.arn },
          retryPolicy: RETRY,
        },
      },
      { ...mine, dependsOn: [permission] },
    );

    this.groupName = group.name;
    // The id of a queue is its URL.
    this.queueUrl = queue.id;
    this.queueArn = queue.arn;
    this.queueName = queue.name;
    this.deadLetterQueueArn = deadLetters.arn;
    this.deadLetterQueueName = deadLetters.name;
    this.consumerStatements = readQueueStatements(queue.arn, kmsKeyArn, location);
    this.registerOutputs({ queueUrl: this.queueUrl, queueArn: queue.arn, deadLetterQueueArn: deadLetters.arn });
  }
}

function refuse(job: ScheduledJob, args: ScheduledJobArgs & { readonly maxAttempts: number }): void {
  const { expression, timezone, flexibleWindowMinutes, visibilityTimeoutSeconds, maxAttempts, message } = args;
  const problem = expressionProblem(expression);
  if (problem !== undefined) invalid(job, "expression", problem.wrong, problem.fix);
  if (!isTimezone(timezone))
    invalid(job, "timezone", `"${timezone}" is not an IANA time zone`, "Write one such as America/New_York");
  if (message !== undefined && "scheduledTime" in message)
    invalid(job, "message", "scheduledTime is reserved: AWS fills in the time of the run", "Choose another name");

  if (flexibleWindowMinutes !== undefined) refuseOutside(job, "flexibleWindowMinutes", flexibleWindowMinutes, WINDOW);
  refuseOutside(job, "visibilityTimeoutSeconds", visibilityTimeoutSeconds, VISIBILITY);
  refuseOutside(job, "maxAttempts", maxAttempts, ATTEMPTS);
}
