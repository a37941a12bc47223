import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policyDocument";

/**
 * The access policy of a vault. Backups that reach the end of their life still go: AWS does that in its own name. A vault
 * policy knows no wildcard in actions: AWS, "Vault access policies". Changing the policy itself is left to IAM: were that
 * denied here, Pulumi could never correct it. What stops somebody with those rights is the lock.
 */
export function vaultStatements(accountId: string, breakGlassRoleArn: pulumi.Input<string> | undefined): Statement[] {
  return [
    {
      Sid: "BackupsStay",
      Effect: "Deny",
      Principal: "*",
      Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
      Resource: "*",
      ...(breakGlassRoleArn === undefined
        ? {}
        : { Condition: { ArnNotEquals: { "aws:PrincipalArn": [breakGlassRoleArn] } } }),
    },
    {
      Sid: "CopiesStayInAccount",
      Effect: "Deny",
      Principal: "*",
      Action: ["backup:CopyFromBackupVault"],
      Resource: "*",
      // Any, not all: "all" is also true of a request that names no target.
      Condition: {
        "ForAnyValue:ArnNotLike": { "backup:CopyTargets": [`arn:aws:backup:*:${accountId}:backup-vault:*`] },
      },
    },
  ];
}
