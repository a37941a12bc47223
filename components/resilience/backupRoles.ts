import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import type { Location } from "../shared/placement";
import { trustServiceIfNamed } from "../shared/policyDocument";

/**
 * AWS's own policies, because AWS Backup needs new rights as it changes. Those for S3 are not below service-role/. They
 * also let the roles use keys through RDS and S3, as long as the keys leave that to IAM: AWS, "Managed policies for AWS
 * Backup".
 */
const POLICIES = {
  backup: ["service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup"],
  restore: ["service-role/AWSBackupServiceRolePolicyForRestores", "AWSBackupServiceRolePolicyForS3Restore"],
} as const;

export interface BackupRolesArgs {
  /** Of the stack: AWS Backup takes the roles on behalf of this account only. */
  readonly location: Location;
}

/**
 * The role that makes backups and the one that restores them. Apart, because the second may write to any bucket of the
 * account. Made by itself, before the buckets whose policies name the first.
 */
export class BackupRoles extends pulumi.ComponentResource {
  /** For plans, and for `quarantineStatements`: a backup needs the files that are not known to be clean too. */
  public readonly backupRoleArn: pulumi.Output<string>;
  /** For restore tests, and for people who restore. */
  public readonly restoreRoleArn: pulumi.Output<string>;

  constructor(name: string, args: BackupRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:resilience:BackupRoles", name, args, opts);
    const assumeRolePolicy = trustServiceIfNamed("backup.amazonaws.com", args.location.accountId);
    const roleFor = (use: keyof typeof POLICIES): pulumi.Output<string> => {
      const role = new aws.iam.Role(`${name}-${use}`, { assumeRolePolicy }, { parent: this });
      const permissions = POLICIES[use].map(
        (policy) =>
          new aws.iam.RolePolicyAttachment(
            `${name}-${use}-${policy.includes("S3") ? "s3" : "all"}`,
            { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
            { parent: this },
          ),
      );
      // AWS Backup tries a role out when a resource is selected.
      return permissions.reduce(after, role.arn);
    };
    this.backupRoleArn = roleFor("backup");
    this.restoreRoleArn = roleFor("restore");
    this.registerOutputs({ backupRoleArn: this.backupRoleArn, restoreRoleArn: this.restoreRoleArn });
  }
}
