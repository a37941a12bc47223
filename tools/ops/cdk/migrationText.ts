import type { Snapshot } from "../../shared/snapshot/snapshot";
import type { Difference } from "./differences";
import type { Imported } from "./imported";
import type { Left, Migration } from "./migration";

/** Letters in a line. */
const LINE = 110;

/** What happens, what is in the way, and what to do, for people. */
export function migrationText(migration: Migration, snapshot: Snapshot, out: string): string {
  const { imported, left, differences, hasTemplate } = migration;
  const open = left.filter(({ isOpen }) => isOpen);
  const replaced = differences.filter(replaces);
  const unclear = differences.filter((each) => !replaces(each));
  return [
    `${imported.length} resources can be imported into ${snapshot.stack}; ${new Set(replaced.map(urnOf)).size} of them ` +
      `would then be replaced; ${open.length} need a decision.`,
    ...section("Imported", table(imported.map(rowOf))),
    ...section("Would be replaced by the next update: settle each before it", replaced.flatMap(differenceLines)),
    ...section("Look at these in the preview", unclear.flatMap(differenceLines)),
    ...section(
      "Need a decision",
      open.map(({ cdk, reason }) => `${cdk.logicalId}  ${reason}`),
    ),
    ...section("Not imported", groups(left.filter(({ isOpen }) => !isOpen))),
    ...section("Steps", steps(migration, snapshot, out)),
    ...(hasTemplate ? [] : ["", "The template was not read, so only names were compared: add --template."]),
  ].join("\n");
}

/** Whether the next update would make it anew. Nobody knows where the template does not say. */
export const replaces = ({ kind }: Difference) => kind !== "unknown";

const urnOf = ({ imported }: Difference) => imported.resource.urn;
const rowOf = ({ cdk, resource, id }: Imported) => [
  resource.type.split(":").at(-1) ?? "",
  resource.name,
  cdk.logicalId,
  id,
];

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}

const ADVICE: Readonly<Record<string, string>> = {
  kmsKeyId: "Import that key as the program's (--map), or restore a snapshot under the new key instead of importing.",
  storageEncrypted:
    "A cluster can be encrypted only when it is created: restore a snapshot under the program's key instead.",
  identifier: "Harmless: the new instance serves the same data, after a failover.",
  cidrBlock: "Give the program the live network: `network` in the stack's settings; or migrate into a new network.",
};

function differenceLines({ imported, property, live, wanted, kind }: Difference): readonly string[] {
  const { name, source } = imported.resource;
  const place = source === undefined ? "" : ` (${source.file}:${source.line})`;
  const both = `${name}  ${property}: live ${live}; program ${wanted}`;
  if (kind === "named") return [both, `  Pulumi chose the program's name. Write the live one down${place}.`];
  if (kind === "unknown") return [both];
  return [
    both,
    `  ${ADVICE[property] ?? `Make the program say what is live${place}, or accept a new one beside the old.`}`,
  ];
}

/** Names, as many in a line as fit. */
function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < LINE) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`  ${name}`);
  }
  return lines;
}

/** By type and reason. */
function groups(left: readonly Left[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { cdk, reason } of left) {
    const key = `${cdk.type}  ${reason}`;
    byReason.set(key, [...(byReason.get(key) ?? []), cdk.logicalId]);
  }
  return [...byReason]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, ids]) => [`${key}:`, ...wrapped(ids.toSorted())]);
}

function steps({ imported, hasTemplate }: Migration, { stack, resources }: Snapshot, out: string): readonly string[] {
  if (imported.length === 0) return [];
  const loose = [...new Set(imported.filter(({ cdk }) => cdk.isRetained !== true).map(({ cdk }) => cdk.logicalId))];
  const missing = hasTemplate
    ? ["   Missing at:", ...wrapped(loose.toSorted()).map((line) => ` ${line}`)]
    : ["   Which ones have it now is not known without the template."];
  return [
    ...(loose.length === 0
      ? ["1. Every imported resource has DeletionPolicy Retain already."]
      : [
          "1. First in CDK, or its deletion takes your data along: `removalPolicy: RemovalPolicy.RETAIN`, then `cdk deploy`.",
          ...missing,
        ]),
    "2. Settle what would be replaced, in the stack's settings or the program, and run this again until nothing is left.",
    `3. npm run pulumi -- import --stack ${stack} --file ${out} --generate-code=false --preview-only; then without the last.`,
    `4. npm run --silent preview -- --stack ${stack} --json > plan.json; npm run policy:gate -- plan.json`,
    "   It may update what was imported. It may replace or delete none of it: otherwise back to 2.",
    `5. npm run up -- --stack ${stack}`,
    ...placeholderLines(imported, resources),
    ...passwordLines(imported),
    "6. Point the clients to the new outputs, watch a day, then take the resources out of the CDK app and `cdk deploy`.",
    "   Until then never let both deploy: CDK would turn back what the program changed.",
  ];
}

/** An imported secret gets the placeholder as its current value: the live one has to be put in front again. */
function placeholderLines(imported: readonly Imported[], resources: Snapshot["resources"]): readonly string[] {
  const versions = resources.filter(({ type }) => type === "aws:secretsmanager/secretVersion:SecretVersion");
  const hit = imported.filter(({ resource }) =>
    versions.some(({ propertyDependencies }) => propertyDependencies["secretId"]?.includes(resource.urn)),
  );
  if (hit.length === 0) return [];
  return [
    `   This puts a first value of the program's into ${hit.map(({ resource }) => resource.name).join(", ")}. Bring the`,
    "   live one back at once: `aws secretsmanager update-secret-version-stage --version-stage AWSCURRENT`, with",
    "   --move-to-version-id of the one that is now AWSPREVIOUS and --remove-from-version-id of the new one.",
  ];
}

/** RDS takes the master password over and changes it. */
function passwordLines(imported: readonly Imported[]): readonly string[] {
  const hit = imported.filter(
    ({ cdk, resource }) =>
      cdk.type === "AWS::RDS::DBCluster" && resource.inputs["manageMasterUserPassword"] === true && !isManaged(cdk),
  );
  return hit.map(
    ({ resource }) =>
      `   RDS takes over the master password of ${resource.name} and changes it: whoever logs in with CDK's secret is locked out.`,
  );
}

const isManaged = ({ properties }: Imported["cdk"]) => String(properties?.["ManageMasterUserPassword"]) === "true";
