import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { configurationPage } from "./configuration";
import { integrationsPage } from "./integrations";

const ROOT = join(__dirname, "..", "..");

/** The settings of a committed stack file, without their `telehealth:` prefix. */
export function committedSettings(stack: string): Record<string, unknown> {
  const { config } = parse(readFileSync(join(ROOT, `Pulumi.${stack}.yaml`), "utf8")) as { config: object };
  const prefix = "telehealth:";
  const entries = Object.entries(config).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** Every generated page, by its path in the repository. A test fails when one is not current. */
export function generatedPages(): Record<string, string> {
  const stacks = Object.fromEntries(["dev", "staging", "prod"].map((stack) => [stack, committedSettings(stack)]));
  const account = { account: committedSettings("account") };
  return { "docs/configuration.md": configurationPage(stacks, account), "docs/integrations.md": integrationsPage() };
}
