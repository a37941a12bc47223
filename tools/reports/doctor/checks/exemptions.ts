import { type Check, good, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";

/** Days in which somebody should think of it. */
const SOON = 14;
const DAY_MS = 86_400_000;

export const exemptionsChecks: readonly Check<Facts>[] = [
  {
    id: "expired",
    title: "exemptions from rules",
    run: ({ exemptions, today }) => {
      if (exemptions.length === 0) return good("None.");
      const daysLeft = (until: string) => (Date.parse(until) - Date.parse(today)) / DAY_MS;
      const line = ({ rule, until }: Facts["exemptions"][number]) => `${rule}, until ${until}`;
      const expired = exemptions.filter(({ until }) => daysLeft(until) < 0);
      const soon = exemptions.filter(({ until }) => daysLeft(until) >= 0 && daysLeft(until) <= SOON);
      const step = "Correct what they excuse and remove them from stacks/policies.json, or agree on a later day";
      if (expired.length > 0)
        return wrong(`Expired, so the next update is refused: ${expired.map(line).join("; ")}.`, step);
      return soon.length > 0
        ? warning(`They expire within ${SOON} days: ${soon.map(line).join("; ")}.`, step)
        : good(`${exemptions.length}, all in force.`);
    },
  },
];
