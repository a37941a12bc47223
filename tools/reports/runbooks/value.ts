/** What stands in the place of a placeholder, or why nothing does. */
export type Value = { readonly text: string } | { readonly why: string };

/** A placeholder that nothing could be written for. */
export interface Missing {
  readonly name: string;
  readonly why: string;
}
