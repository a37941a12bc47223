import type * as pulumi from "@pulumi/pulumi";
import type { Location, Placement } from "../shared/placement";
import type { Capacity } from "./capacity";

export type Insights = "standard" | "advanced";

export interface PostgresClusterArgs {
  /**
   * Name in AWS, lowercase. Explicit, because the log group of the same name must exist before RDS makes its own, which
   * would be neither encrypted nor ever expire.
   */
  readonly clusterIdentifier: string;
  /** Isolated subnets: there is no route from them to the internet. */
  readonly placement: Placement;
  readonly location: Location;
  /** Zones of the instances, the writer in the first, the readers in turn: two zones survive the loss of one. */
  readonly availabilityZones: readonly string[];
  /** Created with the cluster; a change replaces it. */
  readonly databaseName: string;
  /** For migrations only: the application logs in with IAM (`connectStatements`). A change replaces the cluster. */
  readonly masterUsername: string;
  /** "15", or a minor such as "15.17". Read at creation only: see `ignoreChanges` below. */
  readonly engineVersion: string;
  readonly capacity: Capacity;
  /** Instances beside the writer, 0 to 15; AWS fails over to the first. Each costs what the writer costs. */
  readonly readers: number;
  /** Customer-managed key for the volume, its backups and Performance Insights. A change replaces the cluster. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Customer-managed key for the master password in Secrets Manager. */
  readonly secretKmsKeyArn: pulumi.Input<string>;
  /** Customer-managed key that CloudWatch Logs may use, in the same region. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days; one of the values CloudWatch Logs knows, such as 365 or 2192 (six years, 45 CFR 164.316(b)(2)(i)). */
  readonly logRetentionDays: number;
  /** Days one can go back to any second, 1 to 35. */
  readonly backupRetentionDays: number;
  /** Daily, UTC. @default "07:00-08:00", night on both coasts of the USA */
  readonly backupWindow?: string;
  /** Weekly, UTC; may not overlap the backup window. @default "sun:08:30-sun:09:30" */
  readonly maintenanceWindow?: string;
  /**
   * "io-optimized" has no price per request and a higher one per GiB and ACU: cheaper once I/O is over a quarter of the
   * database's bill ("Amazon Aurora storage"). AWS allows switching to it once a month. @default "standard"
   */
  readonly storage?: "standard" | "io-optimized";
  /** Whether a change waits for the maintenance window (false) or restarts a busy database now (true). */
  readonly applyImmediately: boolean;
  /** On: the cluster cannot be deleted in one step, and a final snapshot is kept. */
  readonly deletionProtection: boolean;
  /**
   * Makes the name of the final snapshot unique: it outlives the cluster, and the next one with this identifier needs
   * another. Setting it also keeps a snapshot when `deletionProtection` is off: set it in the update that switches
   * the protection off, or the destroy that follows keeps none.
   */
  readonly finalSnapshotSuffix?: string;
  /** CloudWatch Database Insights: "advanced" keeps 15 months instead of 7 days, for a price. @default "standard" */
  readonly insights?: Insights;
}
