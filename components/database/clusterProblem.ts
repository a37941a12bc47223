import { retentionFix } from "../shared/logRetention";
import { CAPACITY_FIX, checkCapacity } from "./capacity";
import { checkEngineVersion, ENGINE_VERSION_FIX } from "./engineVersions";
import type { PostgresClusterArgs } from "./clusterArgs";
import { checkWindows, WINDOWS_FIX } from "./windows";

export const BACKUP_WINDOW = "07:00-08:00";
export const MAINTENANCE_WINDOW = "sun:08:30-sun:09:30";

/** "-15" is appended for the last instance, and AWS allows 63 characters: "Creating an Amazon Aurora DB cluster". */
const LONGEST_IDENTIFIER = 60;
/** "Quotas and constraints for Amazon Aurora": one writer, 15 readers; 35 days of automated backups. */
const MOST_READERS = 15;
const MOST_BACKUP_DAYS = 35;
const IDENTIFIER = /^[a-z](-?[a-z0-9])*$/;
const SUFFIX = /^[a-z0-9](-?[a-z0-9])*$/;
const SQL_NAME = /^[a-z][a-z0-9_]{0,62}$/;
/** CreateDBCluster refuses these for aurora-postgresql. */
const RESERVED_USERS = ["admin", "rdsadmin", "rds_superuser", "rds_iam"];

interface Problem {
  readonly field: string;
  readonly wrong: string;
  readonly fix: string;
}

/** The first thing AWS would refuse, ten minutes into a deployment or at the first failover. */
export function clusterProblem(args: PostgresClusterArgs): Problem | undefined {
  const checks = [...nameChecks(args), ...sizeChecks(args), ...lifeChecks(args)];
  const [first] = checks.flatMap(([field, wrong, fix]) => (wrong === undefined ? [] : [{ field, wrong, fix }]));
  return first;
}

/** Field, what is wrong with it if anything is, what to write. */
type Check = [field: string, wrong: string | undefined, fix: string];

function nameChecks({ clusterIdentifier, databaseName, masterUsername }: PostgresClusterArgs): Check[] {
  const isIdentifier = IDENTIFIER.test(clusterIdentifier) && clusterIdentifier.length <= LONGEST_IDENTIFIER;
  const isUser = SQL_NAME.test(masterUsername) && !RESERVED_USERS.includes(masterUsername);
  const identifierFix = `Use at most ${LONGEST_IDENTIFIER} lowercase letters, digits and single hyphens, a letter first`;
  const sqlFix = "Use at most 63 lowercase letters, digits and underscores, a letter first";
  return [
    ["clusterIdentifier", unless(isIdentifier, `"${clusterIdentifier}" is not a cluster name`), identifierFix],
    ["databaseName", unless(SQL_NAME.test(databaseName), `"${databaseName}" is not a database name`), sqlFix],
    [
      "masterUsername",
      unless(isUser, `"${masterUsername}" is reserved or not a role name`),
      `${sqlFix}, such as postgres`,
    ],
  ];
}

function sizeChecks({ engineVersion, capacity, readers, availabilityZones, location }: PostgresClusterArgs): Check[] {
  const zones = new Set(availabilityZones);
  const apart = zones.size === availabilityZones.length && zones.size >= (readers > 0 ? 2 : 1);
  const local = availabilityZones.every((zone) => zone.startsWith(location.region));
  const quoted = `"${availabilityZones.join(", ")}"`;
  return [
    ["engineVersion", checkEngineVersion(engineVersion), ENGINE_VERSION_FIX],
    ["capacity", checkCapacity(capacity), CAPACITY_FIX],
    ["readers", unless(isWhole(readers, 0, MOST_READERS), `${readers} readers`), `Use 0 to ${MOST_READERS}`],
    [
      "availabilityZones",
      unless(apart, `${quoted} cannot keep ${readers + 1} instances apart`),
      "List each zone once, and two or more when there are readers",
    ],
    [
      "availabilityZones",
      unless(local, `${quoted} is not all in ${location.region}`),
      `Use such as ${location.region}a`,
    ],
  ];
}

function lifeChecks(args: PostgresClusterArgs): Check[] {
  const { backupRetentionDays: days, finalSnapshotSuffix: suffix } = args;
  const { backupWindow = BACKUP_WINDOW, maintenanceWindow = MAINTENANCE_WINDOW } = args;
  const daysFix = `Use 1 to ${MOST_BACKUP_DAYS}; AWS Backup keeps copies for longer`;
  const retention = retentionFix(args.logRetentionDays);
  const isSuffix = suffix === undefined || SUFFIX.test(suffix);
  const suffixFix = "Use lowercase letters, digits and single hyphens, such as 2";
  return [
    ["backupRetentionDays", unless(isWhole(days, 1, MOST_BACKUP_DAYS), `${days} days`), daysFix],
    [
      "logRetentionDays",
      unless(retention === undefined, `${args.logRetentionDays} is not offered by AWS`),
      retention ?? "",
    ],
    ["maintenanceWindow", checkWindows(backupWindow, maintenanceWindow), WINDOWS_FIX],
    ["finalSnapshotSuffix", unless(isSuffix, `"${suffix ?? ""}" is not the end of a name`), suffixFix],
  ];
}

function unless(fine: boolean, wrong: string): string | undefined {
  return fine ? undefined : wrong;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
