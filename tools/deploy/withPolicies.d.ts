export function withPolicies(
  root: string,
  words: readonly string[],
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
