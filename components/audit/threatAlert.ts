import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { eventAlert } from "../shared/eventAlert";
import type { Location } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";

/** Where the fields are: AWS, "Processing GuardDuty findings with Amazon EventBridge". */
const PATHS = {
  type: "$.detail.type",
  severity: "$.detail.severity",
  region: "$.detail.region",
  account: "$.detail.accountId",
  id: "$.detail.id",
};
/** Without title and description, which may hold names of objects and users: alerts leave by e-mail. */
const TEXT =
  "GuardDuty: <type>, severity <severity>, in <region> of account <account>. " +
  "Read finding <id> in the GuardDuty console of that region.";

/** Findings of a severity, whatever region they come from. */
const threats = (minSeverity: number) =>
  JSON.stringify({
    source: ["aws.guardduty"],
    "detail-type": ["GuardDuty Finding"],
    detail: { severity: [{ numeric: [">=", minSeverity] }] },
  });

/** Sends findings that are made in, or forwarded to, one region to the topic. */
export function threatAlert(
  component: pulumi.Resource,
  name: string,
  { region, topicArn, minSeverity }: { region: string; topicArn: pulumi.Input<string>; minSeverity: number },
): void {
  eventAlert(component, {
    names: { rule: `${name}-threats`, target: `${name}-alert` },
    description: "Threats that GuardDuty found",
    eventPattern: threats(minSeverity),
    topicArn,
    paths: PATHS,
    text: TEXT,
    region,
  });
}

/** Sends the findings of further regions to the event bus of the stack's own: rules cannot reach a topic across regions. */
export function threatForwarder(
  component: pulumi.Resource,
  name: string,
  { location, regions, minSeverity }: { location: Location; regions: readonly string[]; minSeverity: number },
): void {
  const mine = { parent: component };
  const bus = `arn:aws:events:${location.region}:${location.accountId}:event-bus/default`;
  const role = new aws.iam.Role(
    `${name}-forwarder`,
    { assumeRolePolicy: trustService("events.amazonaws.com", location.accountId) },
    mine,
  );
  const permission = new aws.iam.RolePolicy(
    `${name}-forwarder-may`,
    { role: role.id, policy: policyDocument([{ Effect: "Allow", Action: "events:PutEvents", Resource: bus }]) },
    mine,
  );
  for (const region of regions) {
    const rule = new aws.cloudwatch.EventRule(
      `${name}-${region}-threats`,
      { region, description: `Threats, for ${location.region}`, eventPattern: threats(minSeverity) },
      mine,
    );
    new aws.cloudwatch.EventTarget(
      `${name}-${region}-forward`,
      { region, rule: rule.name, arn: bus, roleArn: role.arn },
      { ...mine, dependsOn: [permission] },
    );
  }
}
