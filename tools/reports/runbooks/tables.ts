import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { ofType, propertyOf } from "../../shared/snapshot/find";
import { code, Markdown, markdownTable } from "../../shared/render/markdown";
import { shown } from "./outputs";
import type { Value } from "./value";

interface Table {
  readonly type: string;
  /** Property, by the column's title. */
  readonly columns: Readonly<Record<string, string>>;
  readonly isIn: (resource: SnapshotResource) => boolean;
}

/** By the name in the comment that stands for it. */
export const TABLES: Readonly<Record<string, Table>> = {
  keys: {
    type: "aws:kms/alias:Alias",
    columns: { key: "name", "key id": "targetKeyId", region: "region" },
    isIn: () => true,
  },
  vaults: {
    type: "aws:backup/vault:Vault",
    columns: { vault: "name", region: "region", arn: "arn" },
    isIn: () => true,
  },
  deadLetterQueues: {
    type: "aws:sqs/queue:Queue",
    columns: { queue: "arn", address: "url" },
    // What others give up into gives up nothing itself: `components/compute/deadLetterQueue.ts`.
    isIn: (queue) => queue.inputs["redrivePolicy"] === undefined,
  },
  firewallLogs: {
    type: "aws:cloudwatch/logGroup:LogGroup",
    columns: { "log group": "name", region: "region" },
    // AWS WAF logs only into groups whose name begins so.
    isIn: (group) => String(propertyOf(group, "name")).startsWith("aws-waf-logs-"),
  },
};

/** Undefined if no table has this name. A stack may well have nothing of a kind, so the table then says so. */
export function tableValue(snapshot: Snapshot, name: string): Value | undefined {
  const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  if (table === undefined) return undefined;
  const titles = Object.keys(table.columns);
  const rows = ofType(snapshot, table.type)
    .filter(table.isIn)
    .map((each) => Object.values(table.columns).map((key) => cell(propertyOf(each, key))));
  if (rows.length === 0) return { text: "This stack has none." };
  return { text: markdownTable(titles, rows.toSorted(byCells)) };
}

function cell(value: unknown): Markdown {
  const found = shown(value);
  return "text" in found ? code(found.text) : new Markdown("not known yet");
}

const wordsOf = (cells: readonly Markdown[]) => cells.map(({ text }) => text).join(" ");
const byCells = (a: readonly Markdown[], b: readonly Markdown[]) => (wordsOf(a) < wordsOf(b) ? -1 : 1);
