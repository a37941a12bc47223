import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { parsed } from "./parsed";

export const AWS_PROVIDER = "pulumi:providers:aws";

/** Tags that a provider puts on everything it makes. Providers carry their settings as JSON text. */
export function defaultTags(provider: Resource | undefined, key: string): string | undefined {
  if (!provider) return undefined;
  const tags = parsed(provider.at("defaultTags")).at("tags");
  return (typeof tags.value === "string" ? parsed(tags) : tags).at(key).text;
}

/** us-east-1 and us-gov-west-1 lie in us, eu-central-1 in eu. */
export function areaOf(region: string | undefined): string | undefined {
  return /^([a-z]{2,3})-[a-z-]+-\d$/.exec(region ?? "")?.[1];
}

const homes = new WeakMap<Stack, string | undefined>();

/** The area that the stack belongs to: that of most of its providers, and the United States where they are at odds. */
export function homeArea(stack: Stack): string | undefined {
  if (homes.has(stack)) return homes.get(stack);
  const areas = stack.all(AWS_PROVIDER).flatMap((each) => areaOf(each.at("region").text) ?? []);
  const votes = new Map<string, number>();
  for (const each of areas) votes.set(each, (votes.get(each) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  const [first, ...others] = [...votes].filter(([, count]) => count === most).map(([area]) => area);
  const home = others.length > 0 ? "us" : first;
  homes.set(stack, home);
  return home;
}
