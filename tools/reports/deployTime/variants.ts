import { tableOf } from "../../catalogue";
import type { Variant } from "../../catalogue/entry";

/** The first that fits counts; if none does, the type's own time. */
export const VARIANTS: Readonly<Record<string, readonly Variant[]>> = Object.fromEntries(
  Object.entries(tableOf(({ variants }) => variants)).map(([type, variants]) => [`aws:${type}`, variants]),
);
