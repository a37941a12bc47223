/** The version everything here was run with; also the version of @pulumi/pulumi in package.json. */
export const CLI_VERSION: string;
/** The CLI to use, or undefined if there is none yet. */
export function findCli(root: string, env?: NodeJS.ProcessEnv): string | undefined;
/** Whether a version as `pulumi version` prints it understands our SDK and state. */
export function isSuitable(version: string): boolean;
