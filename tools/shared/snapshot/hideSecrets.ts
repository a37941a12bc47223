import { SECRET } from "./snapshot";

/** The marks that Pulumi puts on an object which stands for a secret. */
const MARK = "4dabf18193072939515e22adb298388d";
const IS_SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** The same properties with `[secret]` in place of each secret, encrypted or not, as `pulumi preview --json` writes it. */
export function hideSecrets(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, hide(value)]));
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== "object" || value === null) return value;
  const entries = new Map<string, unknown>(Object.entries(value));
  return entries.get(MARK) === IS_SECRET ? SECRET : hideSecrets(Object.fromEntries(entries));
}
