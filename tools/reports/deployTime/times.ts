import { tableOf } from "../../catalogue";
import type { Seconds as Time } from "../../catalogue/seconds";

/** When the figures were written down. */
export const AS_OF = "2026-11";

/** What every report says of them. */
export const SOURCE_NOTE =
  "Creation times as users of the Terraform and Pulumi providers report them, read beside the providers' default " +
  "timeouts and the AWS documentation; from the builder's knowledge, not measured.";

/** For types that nobody looked up. Most are one call that answers at once. */
export const DEFAULT: Time = [1, 2, 15];

/** Not of AWS: the program is compiled, the plugins load. */
const PULUMI: Readonly<Record<string, Time>> = {
  "pulumi:pulumi:Stack": [5, 10, 30],
  "pulumi:providers:*": [1, 2, 8],
};

/** By today's name of the type. What depends on settings stands in `variants.ts` and comes first. */
export const TIMES: Readonly<Record<string, Time>> = {
  ...PULUMI,
  ...Object.fromEntries(Object.entries(tableOf(({ seconds }) => seconds)).map(([type, time]) => [`aws:${type}`, time])),
};

export type { Time };
