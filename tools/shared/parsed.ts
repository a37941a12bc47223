/** What a text of JSON says; undefined if there is none or it is broken, which then counts as not there. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
