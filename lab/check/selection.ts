import { UsageError } from "../../tools/shared/usageError";
import { filesAt, groupOf, type Group, testFiles } from "./testFiles";

/** Which tests a line asks for. */
export interface Selection {
  readonly files: readonly string[];
  /** What the titles have to contain; undefined for all. */
  readonly title: string | undefined;
  /** For mocha as they are. */
  readonly options: readonly string[];
}

/**
 * Paths are files or folders. Other words are looked for in the names of the test files, and in the titles of tests where no
 * name has them. From the first option on, words are mocha's.
 */
export function selectionOf(words: readonly string[], groups: readonly Group[], from: string): Selection {
  const firstOption = words.findIndex((word) => word.startsWith("-"));
  const own = firstOption < 0 ? words : words.slice(0, firstOption);
  const options = firstOption < 0 ? [] : words.slice(firstOption);
  const paths = own.map((word) => ({ word, files: filesAt(word, from) }));
  const named = [...new Set(paths.flatMap(({ files = [] }) => files))];
  const phrase = paths.flatMap(({ word, files }) => (files === undefined ? [word] : [])).join(" ");
  const scope = (named.length > 0 ? named : testFiles()).filter((file) => groups.includes(groupOf(file)));
  if (scope.length === 0) throw new UsageError(`There is no test file at ${own.join(" ")} for this command.`);
  if (phrase === "") return { files: scope, title: undefined, options };
  const byName = scope.filter((file) => file.toLowerCase().includes(phrase.toLowerCase()));
  if (byName.length > 0) return { files: byName, title: undefined, options };
  return { files: scope, title: phrase, options };
}
