import * as pulumi from "@pulumi/pulumi";
import { type EventAlert, eventAlert } from "../shared/eventAlert";

/** Fields of the events: AWS, "Monitoring AWS Backup events using Amazon EventBridge". Jobs restore with a `status`. */
const PATHS = { what: "$.detail-type", type: "$.detail.resourceType", time: "$.time" };
/** No message of the job: it may name an object, and patients put names into file names. */
const WHERE = "The reason is in the AWS Backup console under Jobs.";

interface Alert extends Pick<EventAlert, "description" | "topicArn" | "paths" | "text"> {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Tells people of backups and copies that did not succeed, and of those that succeeded and left something out. */
export function failedJobs(
  component: pulumi.Resource,
  name: string,
  roleArn: pulumi.Input<string>,
  topicArn: pulumi.Input<string>,
): void {
  alert(component, {
    name,
    description: "Backups and copies that failed or are not complete",
    topicArn,
    kinds: ["Backup Job State Change", "Copy Job State Change"],
    detail: {
      iamRoleArn: [roleArn],
      $or: [
        { state: ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"] },
        // "Completed with issues": objects of a bucket that could not be read.
        { state: ["COMPLETED"], statusMessage: [{ exists: true }] },
      ],
    },
    paths: { ...PATHS, state: "$.detail.state", resource: "$.detail.resourceArn" },
    text: `Not backed up as it should be: <what> <state>, <type> <resource>, <time>. ${WHERE}`,
  });
}

/** Reports the result of each restore, good or bad: a test without a report is not evidence, nor is a silent restore. */
export function endedRestores(
  component: pulumi.Resource,
  name: string,
  roleArn: pulumi.Input<string>,
  topicArn: pulumi.Input<string>,
): void {
  alert(component, {
    name,
    description: "Restores that ended, well or badly",
    topicArn,
    kinds: ["Restore Job State Change"],
    detail: { iamRoleArn: [roleArn], status: ["COMPLETED", "FAILED", "ABORTED"] },
    paths: { ...PATHS, state: "$.detail.status", job: "$.detail.restoreJobId" },
    text: `A restore ended: <state>, <type>, job <job>, <time> (<what>). ${WHERE}`,
  });
}

function alert(component: pulumi.Resource, { name, kinds, detail, ...rest }: Alert): void {
  const eventPattern = pulumi.jsonStringify({ source: ["aws.backup"], "detail-type": kinds, detail });
  eventAlert(component, { names: { rule: name, target: `${name}-to` }, eventPattern, ...rest });
}
