/** What AWS answers, or undefined if it says by this error that there is no such thing. */
export async function orNothing<T>(
  answer: Promise<T>,
  missing: abstract new (...args: never[]) => Error,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof missing) return undefined;
    throw error;
  }
}
