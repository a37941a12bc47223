/** Replaces an older language host of ours beside an installed CLI; leaves an official one alone. */
export function refreshLanguageHost(env?: NodeJS.ProcessEnv): void;
