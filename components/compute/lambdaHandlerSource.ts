import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";
import { expressionProblem, isTimezone } from "./scheduleExpression";
import { readQueueStatements, trustScheduler } from "./scheduledJobAccess";

/** AWS, "Using Lambda with Amazon SQS": a batch may be retried while the function is throttled. */
const VISIBILITY_FACTOR = 6;
/** AWS, "Configuring scaling behavior for SQS event source mappings": no fewer, and no more. */
const CONCURRENCY = { least: 2, most: 1000 };

/** What makes a function run. */
export type EventSource =
  | {
      /** An `EventQueue`, or another queue with a dead-letter queue of its own. */
      readonly queue: {
        readonly arn: pulumi.Input<string>;
        readonly kmsKeyArn: pulumi.Input<string>;
        readonly visibilityTimeoutSeconds: number;
      };
    }
  | {
      /** On a schedule, such as `cron(0 3 * * ? *)` (six fields) or `rate(15 minutes)`. */
      readonly schedule: { readonly expression: string; readonly timezone: string; readonly enabled: boolean };
    }
  | {
      /** Events of AWS on the account's default bus: AWS, "Amazon EventBridge event patterns". */
      readonly eventPattern: Readonly<Record<string, unknown>>;
    };

export interface SourceTarget {
  readonly functionArn: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
  readonly reservedConcurrency: number;
  readonly location: Location;
}

/** Refuses a source that would lose events or deliver one to two functions at once. */
export function refuseBadSource(
  component: pulumi.Resource,
  source: EventSource,
  timeoutSeconds: number,
  reservedConcurrency: number,
): void {
  if ("queue" in source) {
    const { visibilityTimeoutSeconds } = source.queue;
    const least = VISIBILITY_FACTOR * timeoutSeconds;
    if (visibilityTimeoutSeconds < least)
      invalid(
        component,
        "source.queue.visibilityTimeoutSeconds",
        `${visibilityTimeoutSeconds} hands a message to a second run while the first may still work`,
        `Use ${least} or more, six times timeoutSeconds`,
      );
    const { least: fewest, most } = CONCURRENCY;
    if (reservedConcurrency < fewest || reservedConcurrency > most)
      invalid(
        component,
        "reservedConcurrency",
        `${reservedConcurrency} cannot be what a queue scales to`,
        `Use ${fewest} to ${most}`,
      );
  }
  if ("schedule" in source) {
    const { expression, timezone } = source.schedule;
    const problem = expressionProblem(expression);
    if (problem !== undefined) invalid(component, "source.schedule.expression", problem.wrong, problem.fix);
    if (!isTimezone(timezone)) {
      const fix = "Write one such as America/New_York";
      invalid(component, "source.schedule.timezone", `"${timezone}" is not an IANA time zone`, fix);
    }
  }
}

/** What the function's own role needs: Lambda reads a queue with it. Everything else calls the function. */
export function sourceStatements(source: EventSource | undefined, location: Location): Statement[] {
  if (source === undefined || !("queue" in source)) return [];
  return readQueueStatements(source.queue.arn, source.queue.kmsKeyArn, location);
}

/** Connects the function with its source, as children of `component`. */
export function connectSource(
  component: pulumi.Resource,
  name: string,
  source: EventSource,
  target: SourceTarget,
): void {
  if ("queue" in source) readQueue(component, name, source.queue.arn, target);
  else if ("schedule" in source) runByClock(component, name, source.schedule, target);
  else runByRule(component, name, source.eventPattern, target);
}

function readQueue(
  component: pulumi.Resource,
  name: string,
  queueArn: pulumi.Input<string>,
  { functionArn, reservedConcurrency }: SourceTarget,
): void {
  new aws.lambda.EventSourceMapping(
    `${name}-from-queue`,
    {
      eventSourceArn: queueArn,
      functionName: functionArn,
      // One bad message must not send nine good ones through the function again.
      functionResponseTypes: ["ReportBatchItemFailures"],
      // Otherwise messages that find every run busy are counted as tried, and die unread.
      scalingConfig: { maximumConcurrency: reservedConcurrency },
    },
    { parent: component },
  );
}

function runByClock(
  component: pulumi.Resource,
  name: string,
  { expression, timezone, enabled }: { expression: string; timezone: string; enabled: boolean },
  { functionArn, location }: SourceTarget,
): void {
  const mine = { parent: component };
  const group = new aws.scheduler.ScheduleGroup(`${name}-group`, {}, mine);
  const assumeRolePolicy = trustScheduler(group.arn, location.accountId);
  const role = new aws.iam.Role(`${name}-start`, { assumeRolePolicy }, mine);
  const policy = policyDocument([
    { Sid: "Start", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: functionArn },
  ]);
  const permission = new aws.iam.RolePolicy(`${name}-start-may`, { role: role.id, policy }, mine);
  new aws.scheduler.Schedule(
    `${name}-schedule`,
    {
      groupName: group.name,
      scheduleExpression: expression,
      scheduleExpressionTimezone: timezone,
      state: enabled ? "ENABLED" : "DISABLED",
      flexibleTimeWindow: { mode: "OFF" },
      // No message, so nothing to encrypt: what the function needs to know it reads for itself.
      target: { arn: functionArn, roleArn: role.arn },
    },
    { ...mine, dependsOn: [permission] },
  );
}

function runByRule(
  component: pulumi.Resource,
  name: string,
  pattern: Readonly<Record<string, unknown>>,
  { functionArn, functionName }: SourceTarget,
): void {
  const mine = { parent: component };
  const rule = new aws.cloudwatch.EventRule(`${name}-rule`, { eventPattern: JSON.stringify(pattern) }, mine);
  const permission = new aws.lambda.Permission(
    `${name}-rule-may`,
    {
      action: "lambda:InvokeFunction",
      function: functionName,
      principal: "events.amazonaws.com",
      sourceArn: rule.arn,
    },
    mine,
  );
  new aws.cloudwatch.EventTarget(
    `${name}-target`,
    { rule: rule.name, arn: functionArn },
    { ...mine, dependsOn: [permission] },
  );
}
