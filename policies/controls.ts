import type { NOT_BY_RULE } from "./notByRule";
import { type Safeguard, SAFEGUARDS } from "./safeguards";

export { type Safeguard, SAFEGUARDS } from "./safeguards";

/** What a rule may cite: every safeguard but those that no rule can show. */
export type Control = Exclude<Safeguard, keyof typeof NOT_BY_RULE>;

export const CONTROLS: Readonly<Record<Control, string>> = SAFEGUARDS;

/** Where the text of a safeguard can be read. */
export function urlOf(control: Safeguard): string {
  return `https://www.ecfr.gov/current/title-45/section-${control.split("(")[0] ?? control}`;
}
