import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { ROLES } from "./attributes";

/**
 * One group per role, which tokens carry as `cognito:groups` for the API to decide on. They name no IAM role: what
 * a user may do in S3 follows from session tags (IdentityPool), so that one role serves every group and tenant.
 */
export function createUserGroups(parent: pulumi.Resource, name: string, userPoolId: pulumi.Input<string>): void {
  // Of several groups the lowest precedence counts: an administrator who is a patient as well stays one.
  for (const [index, role] of ROLES.entries())
    new aws.cognito.UserGroup(`${name}-${role}`, { userPoolId, name: role, precedence: index + 1 }, { parent });
}
