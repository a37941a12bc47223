export function withPolicies(
  root: string,
  words: readonly string[],
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
/** Why a configuration of the pack that the line names is refused: one line for each rule that it switches off. */
export function switchedOff(words: readonly string[], base: string): readonly string[];
