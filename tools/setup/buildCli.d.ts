/** Bytes of free disk below which a build is not begun. */
export const DISK_NEEDED_BYTES: number;
/** Throws a message that says what to do when Go is missing or old or the disk is nearly full. */
export function checkPrerequisites(folder: string, env: NodeJS.ProcessEnv, freeBytes: number): Promise<void>;
