/** Why a type costs nothing by itself. */
export interface Free {
  readonly free: string;
}
export type Price = "priced" | Free;
export const free = (why: string): Free => ({ free: why });

export const FREE = {
  network: free("part of the network, no price"),
  recorded: free("its records are counted at the log group"),
  rights: free("rights and policies are free"),
  setting: free("a setting of something else"),
  userPool: free("counted at the user pool"),
  api: free("counted at the API's requests"),
} as const;

/** A box of its own, what stands for it instead, or why the diagram leaves it out. */
export type Drawn = "box" | { readonly as: string } | { readonly because: string };
export const as = (what: string): Drawn => ({ as: what });
export const notDrawn = (because: string): Drawn => ({ because });
export const ACCOUNT_SETTING = notDrawn("a setting of the account or a region of it");

/** The page of docs/runbooks that its alarms lead to, or why it has none. */
export type Alarms = string | { readonly because: string };
export const quiet = (because: string): Alarms => ({ because });
export const NO_METRIC = quiet("it publishes no metric");
