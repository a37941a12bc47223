import { tableOf } from "../../../catalogue";

/** Type without `aws:` -> why it has no price of its own. What it causes is counted where it happens. */
export const FREE: ReadonlyMap<string, string> = new Map(
  Object.entries(tableOf(({ price }) => (price === undefined || price === "priced" ? undefined : price.free))),
);
