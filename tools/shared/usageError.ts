/** What the user typed, or the file they named, cannot be used. The message says what to do. */
export class UsageError extends Error {}
