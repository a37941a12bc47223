import type { SecretContract } from "./secretContract";

const PHI = { never: "never", minimum: "the minimum necessary", yes: "yes" } as const;

/** Keeps text in its cell. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;

/** The page that an operator has open while filling in the secrets, in Markdown. */
export function contractTables(contracts: readonly SecretContract[]): string {
  return contracts.map(contractTable).join("\n");
}

function contractTable({ vendor, purpose, keys, rotationDays, phi, phiRule, agreement }: SecretContract): string {
  return [
    `## ${vendor}`,
    "",
    `${purpose}. Replace the values every ${rotationDays} days.`,
    "",
    row("Key and variable", "What it is for", "What it looks like"),
    row("---", "---", "---"),
    ...keys.map(({ name, meaning, looksLike }) => row(`\`${name}\``, meaning, looksLike)),
    "",
    `- PHI: ${PHI[phi]}. ${phiRule}.`,
    `- Business associate agreement: ${agreement}.`,
    "",
  ].join("\n");
}
