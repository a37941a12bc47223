import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import {
  type BackupRetention,
  continuousRule,
  daysOf,
  MOST_CONTINUOUS_DAYS,
  retentionWrong,
  snapshotRules,
} from "./backupRules";
import { betweenSnapshots } from "./backupSchedule";
import { failedJobs } from "./jobAlerts";
import { type Objectives, snapshotSchedule } from "./objectives";
import { arnsOf, type Stores } from "./stores";
import { outsideLock, type VaultLock } from "./vaultLock";

/** A vault as the plan sees it: each backup that its lock does not allow would fail, night after night. */
export interface TargetVault {
  /** `BackupVault.name`. */
  readonly name: pulumi.Input<string>;
  readonly lock: VaultLock;
}

/** Where copies go, in the second region. */
export interface CopyVault {
  /** `BackupVault.arn`. */
  readonly arn: pulumi.Input<string>;
  readonly lock: VaultLock;
  /** A weekly or monthly backup is copied as the others are, and its copy kept for its own days where they are named. */
  readonly retention: BackupRetention;
}

export interface BackupPlanArgs {
  /** Everything that holds records; AWS refuses a plan for nothing. */
  readonly stores: Stores;
  readonly vault: TargetVault;
  /** `BackupRoles.backupRoleArn`, which waits for the role's rights. */
  readonly roleArn: pulumi.Input<string>;
  /** Decide how often snapshots are taken: see `snapshotSchedule`. */
  readonly objectives: Pick<Objectives, "rpoMinutes" | "regionRpoMinutes">;
  readonly retention: BackupRetention;
  /** Goes with `regionRpoMinutes`: neither means anything without the other. @default no copies */
  readonly copy?: CopyVault;
  /**
   * Days, up to 35, that buckets can be brought back to any moment. They need versions. @default off: snapshots only
   */
  readonly continuousBucketDays?: number;
  /** Topic that gets failed backups and copies; its policy must let EventBridge publish. @default no alerts */
  readonly alertsTopicArn?: pulumi.Input<string>;
}

/** Backups of everything that holds records, as often as the objectives ask: 45 CFR 164.308(a)(7)(ii)(A). */
export class BackupPlan extends pulumi.ComponentResource {
  public readonly planId: pulumi.Output<string>;
  /** Known before anything is deployed, for reports: the cron expression of the snapshots, UTC. */
  public readonly schedule: string;

  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    // Stores, vaults and roles may come late; the plan's children wait for what they use of them.
    super("telehealth:resilience:BackupPlan", name, { objectives: args.objectives, retention: args.retention }, opts);
    const { stores, vault, roleArn, objectives, retention, copy, continuousBucketDays, alertsTopicArn } = args;
    refuse(this, args);
    const schedule = snapshotSchedule(objectives, { continuousBuckets: continuousBucketDays !== undefined });
    if (!schedule) {
      const fix = "Allow a longer loss in objectives, or set continuousBucketDays";
      invalid(this, "objectives", "no backup schedule meets this objective", fix);
    }

    const mine = { parent: this };
    const copies = copy && { vaultArn: copy.arn, retention: copy.retention };
    const plan = new aws.backup.Plan(
      `${name}-plan`,
      { rules: snapshotRules(vault.name, schedule, retention, copies) },
      mine,
    );
    new aws.backup.Selection(
      `${name}-stores`,
      { planId: plan.id, iamRoleArn: roleArn, resources: arnsOf(stores) },
      mine,
    );
    if (continuousBucketDays !== undefined) {
      // A plan of its own: its rule would otherwise take the database in too. It needs a schedule, on which nothing depends.
      const continuous = new aws.backup.Plan(
        `${name}-pitr`,
        { rules: [continuousRule(vault.name, betweenSnapshots(schedule), continuousBucketDays)] },
        mine,
      );
      new aws.backup.Selection(
        `${name}-buckets`,
        { planId: continuous.id, iamRoleArn: roleArn, resources: arnsOf(stores, "bucket") },
        mine,
      );
    }
    if (alertsTopicArn !== undefined) failedJobs(this, `${name}-failed`, roleArn, alertsTopicArn);

    this.planId = plan.id;
    this.schedule = schedule.expression;
    this.registerOutputs({ planId: this.planId, schedule: this.schedule });
  }
}

function refuse(plan: BackupPlan, args: BackupPlanArgs): void {
  const { stores, vault, objectives, retention, copy, continuousBucketDays } = args;
  if (arnsOf(stores).length === 0)
    invalid(plan, "stores", "is empty, so nothing would be backed up", "Name what holds records");
  if ((copy === undefined) !== (objectives.regionRpoMinutes === undefined))
    invalid(plan, "copy", "it only makes sense with objectives.regionRpoMinutes", "Set both, or neither");

  for (const rarer of ["weeklyDays", "monthlyDays"] as const)
    if (copy?.retention[rarer] !== undefined && retention[rarer] === undefined)
      invalid(
        plan,
        "copy",
        `retention has no ${rarer}, so there is nothing to copy`,
        "Set it in both, or leave it out here",
      );
  const fields = [{ field: "retention", retention, lock: vault.lock }];
  for (const { field, retention: kept, lock } of copy ? [...fields, { field: "copy", ...copy }] : fields) {
    const wrong = retentionWrong(kept);
    if (wrong) invalid(plan, field, ...wrong);
    notLocked(plan, field, lock, daysOf(kept));
  }
  if (continuousBucketDays === undefined) return;
  if (
    !Number.isInteger(continuousBucketDays) ||
    continuousBucketDays < 1 ||
    continuousBucketDays > MOST_CONTINUOUS_DAYS
  )
    invalid(
      plan,
      "continuousBucketDays",
      `${continuousBucketDays} is not accepted by AWS`,
      `Use 1 to ${MOST_CONTINUOUS_DAYS}`,
    );
  if (arnsOf(stores, "bucket").length === 0)
    invalid(plan, "continuousBucketDays", "no bucket is among the stores", "Leave it out");
  notLocked(plan, "continuousBucketDays", vault.lock, [continuousBucketDays]);
}

function notLocked(plan: BackupPlan, field: string, lock: VaultLock, days: readonly number[]): void {
  const outside = outsideLock(lock, days);
  if (outside === undefined || lock === "none") return;
  const wrong = `${outside} days are outside the vault's lock, so every such backup would fail`;
  invalid(plan, field, wrong, `Use ${lock.minDays} to ${lock.maxDays}, or change the lock`);
}
