import type { Figure } from "./figure";
import { MACHINES } from "./machines";
import { PEOPLE } from "./people";

/** Everything that is assumed, since a plan does not say it. */
export const FIGURES = { ...PEOPLE, ...MACHINES };
export type FigureName = keyof typeof FIGURES;

/** What a month has of everything. */
export type Usage = Readonly<Record<FigureName, number>>;

/** `idle`: everything is there and nobody uses it, as in an environment for development. */
export const PROFILE_NAMES = ["idle", "baseline", "2000", "10000"] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];
export const PROFILE_TITLES: Readonly<Record<ProfileName, string>> = {
  idle: "idle",
  baseline: "baseline",
  "2000": "2,000 users",
  "10000": "10,000 users",
};

/** Hours of a month: 365 days of 24 hours, by twelve. */
export const HOURS = 730;
export const DAYS = 365 / 12;

export const PROFILES: Readonly<Record<ProfileName, Usage>> = {
  idle: profile(0),
  baseline: profile(1),
  "2000": profile(2),
  "10000": profile(3),
};

function profile(column: 0 | 1 | 2 | 3): Usage {
  const made = Object.fromEntries(Object.entries<Figure>(FIGURES).map(([name, { values }]) => [name, values[column]]));
  if (!isUsage(made)) throw new Error("A figure is missing.");
  return made;
}

function isUsage(made: Readonly<Record<string, number>>): made is Usage {
  return Object.keys(FIGURES).every((name) => made[name] !== undefined);
}
