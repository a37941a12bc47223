/** `VideosBucketD1A2B3C4` -> `video bucket`: lower case, without the hash that CDK adds and without plurals. */
export function wordsOf(name: string): ReadonlySet<string> {
  const parts = name
    .replace(/[0-9A-F]{8}$/, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replaceAll(/([A-Za-z])(\d)/g, "$1 $2")
    .replaceAll(/(\d)([A-Za-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/);
  return new Set(parts.filter((each) => each !== "").map((each) => each.toLowerCase().replace(/(?<=..)s$/, "")));
}

/** The words of each name that not all of them have. */
export function tellingWords(names: readonly string[]): readonly ReadonlySet<string>[] {
  const all = names.map(wordsOf);
  return all.map((own) => new Set([...own].filter((word) => !all.every((each) => each.has(word)))));
}
