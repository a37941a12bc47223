/** Steps of one comparison: a hundred times what the longest ARN and the longest pattern of IAM need. */
export const MOST_STEPS = 20_000_000;

/** Called once for each step, so that a test can count them. */
export type Count = () => void;

/**
 * Whether a pattern fits a whole text: `*` stands for any run of characters, `?` for those that `one` lets pass, everything else for
 * itself. It goes back to the last `*` only, so the work grows with the product of both lengths and no faster; a regular
 * expression with several `.*` would take for ever on a text that somebody chose for it.
 *
 * @throws Error after `MOST_STEPS`: whoever asks cannot know, so nothing may be let pass for it
 */
export function fits(
  pattern: string,
  text: string,
  one: (character: string) => boolean = () => false,
  count: Count = () => undefined,
): boolean {
  const [wild, given] = [Array.from(pattern), Array.from(text)];
  let [at, here, star, retry] = [0, 0, -1, 0];
  let steps = 0;
  while (here < given.length) {
    count();
    if (++steps > MOST_STEPS)
      throw new Error(
        `a pattern of ${String(wild.length)} characters and a text of ${String(given.length)} are too long to compare`,
      );
    const [want, have = ""] = [wild[at], given[here]];
    if (want === "*") {
      star = at++;
      retry = here;
    } else if (want === have || (want === "?" && one(have))) {
      at++;
      here++;
    } else if (star === -1) return false;
    else {
      at = star + 1;
      here = ++retry;
    }
  }
  return wild.slice(at).every((each) => each === "*");
}
