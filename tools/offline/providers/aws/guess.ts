import type { Template } from "./template";

/** ARNs name some services otherwise than the SDK does. */
const SERVICES: Readonly<Record<string, string>> = {
  apigatewayv2: "apigateway",
  appautoscaling: "application-autoscaling",
  cfg: "config",
  costexplorer: "ce",
  efs: "elasticfilesystem",
  lb: "elasticloadbalancing",
  vpc: "ec2",
};

/** What an output is likely to look like, by the name AWS's own naming habits give it. The first match counts. */
const HABITS: readonly (readonly [RegExp, Template])[] = [
  [/^(accountId|ownerId|registryId|owner)$/, "{account}"],
  [/arn$/i, "{arn:SERVICE}KIND/{name}"],
  [/arns$/i, []],
  [/hostedZoneId|zoneId/i, "Z{upper13}"],
  [/uuid$/i, "{uuid}"],
  [/id$/i, "{hex17}"],
  [/etag/i, "E{upper13}"],
  [/url$|uri$/i, "https://{hex12}.SERVICE.{region}.{domain}"],
  [/dnsName|domainName|endpoint|host$/i, "{hex12}.SERVICE.{region}.{domain}"],
  [/(date|time|timestamp|At|On)$/, "2024-01-01T00:00:00Z"],
  [/(Date|Time|Timestamp)$/, "2024-01-01T00:00:00Z"],
  [/state$|status$/i, "ACTIVE"],
  [/version$/i, "1"],
];

/** The output of a type that no table describes: plausible, and of the type that the SDK declares. */
export function guess(type: string, property: string, declared: string): Template {
  if (declared === "number") return 0;
  if (declared === "boolean") return false;
  if (declared.endsWith("[]")) return [];
  if (declared.startsWith("{")) return {};
  if (declared.startsWith("outputs.")) return () => undefined;
  const [, module = "", kind = ""] = /^(\w+)\/(\w+):/.exec(type) ?? [];
  const [, habit = ""] = HABITS.find(([pattern]) => pattern.test(property)) ?? [];
  if (typeof habit !== "string") return habit;
  const hyphenated = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return habit.replace("SERVICE", SERVICES[module] ?? module).replace("KIND", hyphenated);
}
