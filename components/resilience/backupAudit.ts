import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { nameFix } from "./backupNames";
import { REPORT_PREFIX } from "./reportDelivery";
import { STORE_TYPES } from "./stores";

/** AWS, "Choosing your report template". */
const JOB_REPORTS = {
  backups: "BACKUP_JOB_REPORT",
  copies: "COPY_JOB_REPORT",
  restores: "RESTORE_JOB_REPORT",
} as const;
const DATABASES = { complianceResourceTypes: [STORE_TYPES.database] };

export interface BackupAuditArgs {
  /** Begins the names of framework and reports: letters, digits and _; unique in the account and region. */
  readonly namePrefix: string;
  /** Takes a report a day. Its policy needs `reportDelivery` first. */
  readonly evidenceBucket: pulumi.Input<string>;
  /** Days that each backup is to be kept at least. */
  readonly leastRetentionDays: number;
  /** Minutes a restore may take: AWS compares it with what restore tests measured. @default it is not compared */
  readonly rtoMinutes?: number;
  /** Whether copies in another region are expected of every cluster. */
  readonly copies: boolean;
  /** Whether a locked vault is expected of every cluster. */
  readonly locked: boolean;
}

/**
 * Evidence for an auditor: what AWS itself says of the backups, daily, in a bucket. It judges all clusters of the account
 * and region, and needs AWS Config to record them. Buckets are judged by the rule `backup-coverage` instead: AWS's control
 * cannot tell a bucket of logs from one of records.
 */
export class BackupAudit extends pulumi.ComponentResource {
  public readonly frameworkArn: pulumi.Output<string>;

  constructor(name: string, args: BackupAuditArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:resilience:BackupAudit", name, args, opts);
    const { namePrefix, evidenceBucket } = args;
    const fix = nameFix(`${namePrefix}_compliance`);
    if (fix !== undefined) invalid(this, "namePrefix", `"${namePrefix}" is refused by AWS`, fix);

    const mine = { parent: this };
    const framework = new aws.backup.Framework(
      `${name}-framework`,
      { name: `${namePrefix}_backups`, controls: controlsOf(args) },
      mine,
    );
    const report = (what: string, reportSetting: aws.types.input.backup.ReportPlanReportSetting) =>
      new aws.backup.ReportPlan(
        `${name}-${what}`,
        {
          name: `${namePrefix}_${what}`,
          reportDeliveryChannel: { s3BucketName: evidenceBucket, s3KeyPrefix: REPORT_PREFIX, formats: ["CSV", "JSON"] },
          reportSetting,
        },
        mine,
      );
    for (const [what, reportTemplate] of Object.entries(JOB_REPORTS)) report(what, { reportTemplate });
    report("compliance", { reportTemplate: "RESOURCE_COMPLIANCE_REPORT", frameworkArns: [framework.arn] });

    this.frameworkArn = framework.arn;
    this.registerOutputs({ frameworkArn: this.frameworkArn });
  }
}

/** Names and parameters: AWS, "Choosing your controls". */
function controlsOf({ leastRetentionDays, rtoMinutes, copies, locked }: BackupAuditArgs) {
  const days = { name: "requiredRetentionDays", value: String(leastRetentionDays) };
  return [
    { name: "BACKUP_RECOVERY_POINT_ENCRYPTED" },
    { name: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", inputParameters: [days] },
    {
      name: "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
      inputParameters: [
        { name: "requiredFrequencyUnit", value: "days" },
        { name: "requiredFrequencyValue", value: "1" },
        days,
      ],
    },
    { name: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", scope: DATABASES },
    {
      name: "BACKUP_LAST_RECOVERY_POINT_CREATED",
      scope: DATABASES,
      inputParameters: [
        { name: "recoveryPointAgeUnit", value: "days" },
        // A start late in its window is no missing backup.
        { name: "recoveryPointAgeValue", value: "2" },
      ],
    },
    ...(locked ? [{ name: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", scope: DATABASES }] : []),
    ...(copies ? [{ name: "BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", scope: DATABASES }] : []),
    ...(rtoMinutes === undefined
      ? []
      : [
          {
            name: "RESTORE_TIME_FOR_RESOURCES_MEET_TARGET",
            scope: DATABASES,
            inputParameters: [{ name: "maxRestoreTime", value: String(rtoMinutes) }],
          },
        ]),
  ];
}
