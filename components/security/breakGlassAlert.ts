import type * as pulumi from "@pulumi/pulumi";
import { eventAlert } from "../shared/eventAlert";

const TEXT =
  "The break-glass role <role> was used or changed: <event> by <who> at <time>. If nobody declared an emergency, this is one.";

/** Calls of IAM that change a role or what it may do; a preview or a report only reads. */
const CHANGES = [
  "AttachRolePolicy",
  "CreateRole",
  "DeleteRole",
  "DeleteRolePermissionsBoundary",
  "DeleteRolePolicy",
  "DetachRolePolicy",
  "PutRolePermissionsBoundary",
  "PutRolePolicy",
  "TagRole",
  "UntagRole",
  "UpdateAssumeRolePolicy",
  "UpdateRole",
  "UpdateRoleDescription",
];

/**
 * Tells people of each use of the role and each change to it. CloudTrail reports IAM's events, and those of the global
 * STS endpoint, in us-east-1 only; a stack elsewhere needs the trail's metric filter on the role's fixed name as well.
 */
export function breakGlassAlert(
  component: pulumi.Resource,
  name: string,
  roleName: string,
  roleArn: string,
  topicArn: pulumi.Input<string>,
): void {
  eventAlert(component, {
    names: { rule: `${name}-used`, target: `${name}-alert` },
    description: "The break-glass role was used or changed",
    eventPattern: JSON.stringify({
      "detail-type": ["AWS API Call via CloudTrail"],
      source: ["aws.sts", "aws.iam"],
      detail: {
        $or: [
          { eventName: ["AssumeRole"], requestParameters: { roleArn: [roleArn] } },
          { eventName: CHANGES, requestParameters: { roleName: [roleName] } },
        ],
      },
    }),
    topicArn,
    paths: { event: "$.detail.eventName", who: "$.detail.userIdentity.arn", time: "$.time" },
    readOnlyCalls: true,
    text: TEXT.replace("<role>", roleName),
  });
}
