import { stackOutputs } from "../../shared/snapshot/find";
import type { Snapshot } from "../../shared/snapshot/snapshot";

/** An output as text; undefined for what is not there, not known yet or secret. */
export function outputText(snapshot: Snapshot, name: string): string | undefined {
  const value = stackOutputs(snapshot)[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && value !== "[secret]" ? value : undefined;
}

/** The outermost provider's pins: where everything is, unless it says otherwise. */
export function placeOf({ resources }: Snapshot): { readonly account: string; readonly region: string } {
  const provider = resources.find(({ type }) => type === "pulumi:providers:aws");
  const [account] = listOf(provider?.inputs["allowedAccountIds"]);
  const region = provider?.inputs["region"];
  return {
    account: typeof account === "string" ? account : "unknown",
    region: typeof region === "string" ? region : "unknown",
  };
}

/** A list as it is, or as the JSON text that a provider's settings are written as. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string" || !value.startsWith("[")) return [];
  const parsed: unknown = JSON.parse(value);
  return Array.isArray(parsed) ? parsed : [];
}
