import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { type Block, code, type Row, type Section, text } from "../block";
import type { ReportInput } from "../input";
import { settingsOf } from "../settings";

const TOKEN = /^telehealth:(\w+):(\w+)$/;
/** In the order in which the program composes them. */
const DOMAINS: Readonly<Record<string, string>> = {
  network: "Network",
  security: "Keys, secrets, firewalls, access",
  storage: "Storage",
  database: "Database",
  identity: "Sign-in",
  compute: "Services",
  edge: "Entry and delivery to browsers",
  audit: "Logs and alarms",
  resilience: "Backups",
  delivery: "Releases",
  cost: "Cost",
};

/** Every component with what was set and what came of it, by subject. */
export function componentSections({ snapshot }: ReportInput): Section {
  const tables = Object.entries(DOMAINS).flatMap(([domain, title]): Block[] => {
    const own = snapshot.resources
      .filter(({ type }) => TOKEN.exec(type)?.[1] === domain)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (own.length === 0) return [];
    const rows = own.map(rowOf);
    return [{ kind: "table", title, hasHeading: true, head: ["component", "settings", "ids"], rows }];
  });
  return {
    id: "components",
    title: "Components",
    blocks: [
      text(
        "What each component was told, and what AWS calls the result. Encryption, TLS, logging and private access are no settings: they are always on.",
      ),
      ...tables,
    ],
  };
}

function rowOf({ name, type, inputs, outputs }: SnapshotResource): Row {
  const [, , thing = ""] = TOKEN.exec(type) ?? [];
  const settings = settingsOf(inputs).map(({ key, value }) => `${key}: ${value}`);
  const names = settingsOf(outputs ?? {}, { withArns: true }).map(({ value }) => value);
  // An ARN ends with the id that stands beside it.
  const ids = names.filter((each) => !names.some((other) => other !== each && other.endsWith(each))).map(code);
  return [
    [name, ` (${thing})`],
    [settings.length === 0 ? "none" : settings.join("; ")],
    ids.length === 0 ? ["none"] : ids.flatMap((each, index) => (index === 0 ? [each] : [", ", each])),
  ];
}
