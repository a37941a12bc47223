import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";

/** The role with which Cognito sends codes. A pool created before its permission exists is refused: wait for both. */
export function createSmsRole(parent: pulumi.Resource, name: string, { accountId, region }: Location) {
  const mine = { parent };
  const externalId = `${name}-sms`;
  const role = new aws.iam.Role(
    `${name}-sms`,
    {
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "cognito-idp.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": externalId, "aws:SourceAccount": accountId } },
        },
      ]),
    },
    mine,
  );
  // A text message goes to a phone number, which has no ARN: SNS matches it with "*" only.
  const policy = policyDocument([{ Sid: "SendCodes", Effect: "Allow", Action: "sns:Publish", Resource: "*" }]);
  const permission = new aws.iam.RolePolicy(`${name}-sms-send`, { role: role.name, policy }, mine);
  return { permission, smsConfiguration: { externalId, snsCallerArn: role.arn, snsRegion: region } };
}
