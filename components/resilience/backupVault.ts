import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";
import { lockProblem, type VaultLock } from "./vaultLock";
import { vaultStatements } from "./vaultStatements";

/** AWS, "CreateBackupVault". */
const VAULT_NAME = /^[\w-]{2,50}$/;
/**
 * What EventBridge does not say, or says on a best-effort basis only. Not S3_BACKUP_OBJECT_FAILED: it names the object, and
 * patients put names into file names. Not BACKUP_JOB_FAILED: AWS no longer sends it ("PutBackupVaultNotifications").
 */
const EVENTS = ["COPY_JOB_FAILED", "CONTINUOUS_BACKUP_INTERRUPTED", "RESTORE_JOB_STARTED"];

export interface BackupVaultArgs {
  /** Unique in the account and region. Named, so that policies and alarms can name it before it exists. */
  readonly vaultName: string;
  /** Our own key, in the vault's region. Backups of buckets and copies of any kind are encrypted with it. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * Required: with "none" anybody allowed to delete backups can delete all of them, and "compliance" can never be undone. Use
   * governance where patients' data is.
   */
  readonly lock: VaultLock;
  /** The one role that may delete backups or shorten their retention, in an emergency. @default none */
  readonly breakGlassRoleArn?: pulumi.Input<string>;
  /**
   * Topic in the vault's region that gets failed copies and started restores. Its policy and its key must let
   * backup.amazonaws.com publish, before this component: give an ARN that waits for the policy. @default no alerts
   */
  readonly alertsTopicArn?: pulumi.Input<string>;
  /** Of the stack. */
  readonly location: Location;
  /** Another region than the stack's. @default location.region */
  readonly region?: string;
  /** True keeps Pulumi from deleting the vault; false also empties it before it is deleted. */
  readonly deletionProtection: boolean;
}

/** Keeps backups where neither a mistake nor an intruder can delete them: 45 CFR 164.308(a)(7)(ii)(A). */
export class BackupVault extends pulumi.ComponentResource {
  /** Whoever uses it waits for the access policy and the lock. */
  public readonly name: pulumi.Output<string>;
  /** For copies and restore tests; waits as `name` does. */
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: BackupVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    // What may come late must not hold up the vault.
    const { kmsKeyArn, breakGlassRoleArn, alertsTopicArn, ...early } = args;
    super("telehealth:resilience:BackupVault", name, early, opts);
    const { vaultName, lock, location, region, deletionProtection } = args;
    if (!VAULT_NAME.test(vaultName))
      invalid(this, "vaultName", `"${vaultName}" is refused by AWS`, "Use 2 to 50 letters, digits, - and _");
    const problem = lockProblem(lock);
    if (problem) invalid(this, "lock", ...problem);
    if (lock !== "none" && lock.mode === "compliance" && !deletionProtection)
      invalid(
        this,
        "lock",
        "compliance mode cannot be undone, and this vault may be deleted",
        "Use governance or none",
      );

    const mine = { parent: this };
    const where = region === undefined ? {} : { region };
    const vault = new aws.backup.Vault(
      `${name}-vault`,
      { name: vaultName, kmsKeyArn, forceDestroy: !deletionProtection, ...where },
      { ...mine, protect: deletionProtection },
    );
    const target = { backupVaultName: vault.name, ...where };
    const access = vaultStatements(location.accountId, breakGlassRoleArn);
    const policy = new aws.backup.VaultPolicy(`${name}-policy`, { ...target, policy: policyDocument(access) }, mine);
    // Every change replaces these two, and the new one goes to the same vault: deleted second, the old one would take it off.
    const replaced = { ...mine, deleteBeforeReplace: true };
    const lockSettings = lock === "none" ? undefined : settingsOf(lock);
    const locked =
      lockSettings && new aws.backup.VaultLockConfiguration(`${name}-lock`, { ...target, ...lockSettings }, replaced);
    if (alertsTopicArn !== undefined)
      new aws.backup.VaultNotifications(
        `${name}-events`,
        { ...target, snsTopicArn: alertsTopicArn, backupVaultEvents: EVENTS },
        replaced,
      );

    const guarded = (text: pulumi.Output<string>) =>
      locked ? after(after(text, policy), locked) : after(text, policy);
    this.name = guarded(vault.name);
    this.arn = guarded(vault.arn);
    this.registerOutputs({ name: this.name, arn: this.arn });
  }
}

/** `changeableForDays` is what makes the lock permanent: governance must not set it. */
function settingsOf(lock: Exclude<VaultLock, "none">) {
  const { minDays: minRetentionDays, maxDays: maxRetentionDays } = lock;
  const final = lock.mode === "compliance" ? { changeableForDays: lock.changeableForDays } : {};
  return { minRetentionDays, maxRetentionDays, ...final };
}
