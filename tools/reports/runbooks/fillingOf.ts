import { snapshotHash } from "../../shared/snapshotHash";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { factValue } from "./facts";
import { HUMAN_INPUTS } from "./humanInputs";
import { outputValue } from "./outputs";
import type { Placeholder } from "./placeholders";
import type { Filling } from "./renderRunbook";
import { settingValue, type Settings } from "./settings";
import { tableValue } from "./tables";
import type { Value } from "./value";

/** Everything that pages are filled with, out of a stack and its settings. */
export function fillingOf(snapshot: Snapshot, settings: Settings, docs: string): Filling {
  const { kind, stack, resources } = snapshot;
  const sum = snapshotHash(snapshot).slice(0, 12);
  return {
    valueOf: (placeholder) => valueOf(placeholder, snapshot, settings),
    mark:
      `the stack \`${stack}\` from its ${kind} (${resources.length} resources, SHA-256 ${sum}) and ` +
      `\`Pulumi.${stack}.yaml\`. Fill it again after each update.`,
    docs,
  };
}

function valueOf({ kind, name }: Placeholder, snapshot: Snapshot, settings: Settings): Value | undefined {
  switch (kind) {
    case "setting":
      return settingValue(settings, name, snapshot.stack);
    case "table":
      return tableValue(snapshot, name) ?? { why: "no table has this name" };
    case "name":
      if (Object.hasOwn(HUMAN_INPUTS, name)) return undefined;
      return factValue(snapshot, name) ?? outputValue(snapshot, name) ?? { why: noOutput(snapshot) };
  }
}

function noOutput({ kind, stack }: Snapshot): string {
  return kind === "preview"
    ? `${stack} is not deployed, so it has no outputs yet`
    : `${stack} has no such output: this part is not in the stack, or an older version deployed it`;
}
