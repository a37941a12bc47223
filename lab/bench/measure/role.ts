/** What a process of a Pulumi run is there for. The first that fits its command line counts. */
const ROLES = [
  ["program", /[\\/]pulumi[\\/]cmd[\\/]run[\\/]/],
  ["policy pack", /[\\/]pulumi[\\/]cmd[\\/]run-policy-pack[\\/ ]/],
  ["language host", /pulumi-language-/],
  ["engine", /[\\/]pulumi (?:preview|up|stack) /],
  ["offline AWS", /[\\/]tools[\\/]run(?:\.js)? bench-command /],
] as const;

export type Role = (typeof ROLES)[number][0] | "other";

export function roleOf(commandLine: string): Role {
  return ROLES.find(([, pattern]) => pattern.test(commandLine))?.[0] ?? "other";
}
