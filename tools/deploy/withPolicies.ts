import { join } from "node:path";
import { type CliLine, JUDGED } from "../shared/cliLine";

/** The words for the CLI: the command first, and with one that makes resources our pack and its configuration. */
export function withPolicies(root: string, { command, rest, valueOf }: CliLine): readonly string[] {
  if (command === undefined) return rest.length > 0 ? rest : ["help"];
  if (!JUDGED.has(command)) return [command, ...rest];
  // The CLI wants as many configurations as packs, or none: beside a pack of the user's, ours goes without.
  const isAlone = valueOf("--policy-pack") === undefined && valueOf("--policy-pack-config") === undefined;
  const config = isAlone ? ["--policy-pack-config", join(root, "stacks", "policies.json")] : [];
  return [command, "--policy-pack", join(root, "policies"), ...config, ...rest];
}
