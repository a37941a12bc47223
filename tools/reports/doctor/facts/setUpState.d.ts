export interface SetUpState {
  /** `node_modules` is that of the lock file. */
  readonly dependenciesAreCurrent: boolean;
  readonly policyPackIsCurrent: boolean;
  readonly hasEmulator: boolean;
  /** The CLI that every command uses. */
  readonly cli: { readonly file: string; readonly version: string | undefined } | undefined;
  /** The version of an unsuitable one on PATH. */
  readonly cliOnPath: string | undefined;
  readonly cliWanted: string;
}
/** What set-up has done on this machine; nothing is installed. */
export function setUpState(root: string, env?: NodeJS.ProcessEnv): SetUpState;
