/** Days; AWS, "PutBackupVaultLockConfiguration". */
const DAYS = { least: 1, most: 36500 };
/** Days; the shortest time to change one's mind that AWS accepts: "PutBackupVaultLockConfiguration". */
const LEAST_CHANGEABLE_DAYS = 3;

/**
 * How long a vault makes its backups stay, whoever asks. "governance" can be lifted by somebody whom IAM allows to.
 * "compliance" can be lifted by nobody once `changeableForDays` are over, AWS included: a mistake in `maxDays` is paid for
 * until the last backup has expired, and the vault cannot be deleted before.
 */
export type VaultLock =
  | "none"
  | {
      readonly mode: "governance";
      /** Days that a backup cannot be deleted for. */
      readonly minDays: number;
      /** Days after which every backup is gone. */
      readonly maxDays: number;
    }
  | {
      readonly mode: "compliance";
      readonly minDays: number;
      readonly maxDays: number;
      /** Days until the lock is final, 3 or more. */
      readonly changeableForDays: number;
    };

/** What is wrong with the lock and what to write; undefined if AWS will accept it. */
export function lockProblem(lock: VaultLock): readonly [wrong: string, fix: string] | undefined {
  if (lock === "none") return undefined;
  const { minDays, maxDays } = lock;
  const wrong = [minDays, maxDays].find((days) => !Number.isInteger(days) || days < DAYS.least || days > DAYS.most);
  if (wrong !== undefined) return [`${wrong} is not a number of days AWS accepts`, `Use ${DAYS.least} to ${DAYS.most}`];
  if (minDays > maxDays)
    return [`minDays ${minDays} is over maxDays ${maxDays}`, "Use a minDays that is not over maxDays"];
  if (lock.mode === "governance") return undefined;
  const { changeableForDays } = lock;
  return Number.isInteger(changeableForDays) && changeableForDays >= LEAST_CHANGEABLE_DAYS
    ? undefined
    : [
        `${changeableForDays} days to change one's mind are not accepted by AWS`,
        `Use ${LEAST_CHANGEABLE_DAYS} or more for changeableForDays: afterwards the lock can never be taken off`,
      ];
}

/** The first of these retentions that the vault would refuse: each of its backup jobs would fail. */
export function outsideLock(lock: VaultLock, retentions: readonly number[]): number | undefined {
  if (lock === "none") return undefined;
  return retentions.find((days) => days < lock.minDays || days > lock.maxDays);
}
