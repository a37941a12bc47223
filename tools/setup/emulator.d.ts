/** The emulator of AWS that the operations are tested against; undefined until it is installed. */
export function findEmulator(root: string): string | undefined;
