import type { SecretContract } from "../../components/security/secretContract";
import { code, Markdown, markdownTable } from "../../tools/shared/render/markdown";

const PHI = { never: "never", minimum: "the minimum necessary", yes: "yes" } as const;
const HEAD = ["Key and variable", "What it is for", "What it looks like"];

/** The page that an operator has open while filling in the secrets, in Markdown. */
export function contractTables(contracts: readonly SecretContract[]): string {
  return contracts.map(contractTable).join("\n");
}

function contractTable({ vendor, purpose, keys, rotationDays, phi, phiRule, agreement }: SecretContract): string {
  const rows = keys.map(({ name, meaning, looksLike }) => [code(name), meaning, new Markdown(looksLike)]);
  return `## ${vendor}

${purpose}. Replace the values every ${rotationDays} days.

${markdownTable(HEAD, rows)}

- PHI: ${PHI[phi]}. ${phiRule}.
- Business associate agreement: ${agreement}.
`;
}
