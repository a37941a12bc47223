/** Downloads or builds the CLI into PULUMI_HOME. Throws a message that says what to do when it cannot. */
export function obtainCli(root: string, env?: NodeJS.ProcessEnv): Promise<void>;
