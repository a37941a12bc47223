import type { Audit } from "./audit";
import type { Sources } from "./check";
import type { Finding } from "./finding";
import { NOT_NEEDED } from "./installScripts";
import { EXCEPTIONS, licenceTable } from "./licences";

/** What the checks found, for people. */
export function supplyChainText(
  { lock, installed }: Sources,
  checks: ReadonlyMap<string, readonly Finding[]>,
  audit: Audit,
): string {
  const table = licenceTable(lock, installed);
  const width = Math.max(...table.map(([licence]) => licence.length));
  return [
    ...[...checks].flatMap(([sentence, findings]) => checkLines(sentence, findings)),
    ...auditLines(audit),
    "",
    `Licences of ${lock.packages.length} npm packages:`,
    ...table.map(([licence, count]) => `  ${licence.padEnd(width)}  ${String(count).padStart(4)}`),
    "",
    "Excepted:",
    ...EXCEPTIONS.map(({ name, licence, reason }) => `  ${name} (${licence}): ${reason}`),
    "",
    "Install scripts that are not run:",
    ...Object.entries(NOT_NEEDED).map(([name, reason]) => `  ${name}: ${reason}`),
  ].join("\n");
}

function checkLines(sentence: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [`✔ ${sentence}`];
  return [`✖ failed: ${sentence}`, ...findings.map(({ where, problem }) => `    ${where}: ${problem}.`)];
}

function auditLines(audit: Audit): readonly string[] {
  if (!audit.isServed)
    return [
      `? npm audit: the registry serves no advisories (${audit.why}). Run it where the public one is reached: npm audit`,
    ];
  const accepted = audit.accepted.map(({ advisory, reason }) => `    accepted: ${advisory}: ${reason}`);
  return [...checkLines("npm audit knows no vulnerability, but for accepted ones", audit.findings), ...accepted];
}
