import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import type { Imported } from "./imported";

const STACK = "pulumi:pulumi:Stack";
const PROVIDER = "pulumi:providers:";
/** Inputs of a provider that the engine adds itself, or that the file has a place of its own for. */
const NOT_CONFIGURATION = new Set(["__internal", "version"]);

/** An entry of the file that `pulumi import --file` reads: pkg/cmd/pulumi/operations/import.go, Pulumi 3.259. */
export interface ImportEntry {
  readonly type: string;
  /** By which other entries refer to it; unique in the file. */
  readonly name: string;
  /** The name in the program, where it differs. */
  readonly logicalName?: string;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly version?: string;
  readonly component?: true;
  /** Configuration of a provider. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

export interface ImportFile {
  /** Empty: whatever an entry refers to is an entry itself, so the file fits a stack that was never deployed. */
  readonly nameTable: Readonly<Record<string, string>>;
  readonly resources: readonly ImportEntry[];
}

/** The imported resources, the components above them, and the program's own provider: its default one is disabled. */
export function importFile(imported: readonly Imported[], { resources }: Snapshot): ImportFile {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const ids = new Map(imported.map(({ resource, id }) => [resource.urn, id]));
  const needed = new Map(imported.flatMap(({ resource }) => above(resource, byUrn).map((each) => [each.urn, each])));
  const entries = [...needed.values()].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const names = uniqueNames(entries);
  return {
    nameTable: {},
    resources: entries.map((each) => {
      const { type, name: logicalName, parent, provider } = each;
      const [name, id] = [names.get(each.urn) ?? logicalName, ids.get(each.urn)];
      const [parentName, providerName] = [names.get(parent ?? ""), names.get(provider ?? "")];
      return {
        type,
        name,
        ...(name !== logicalName && { logicalName }),
        ...(id !== undefined && { id }),
        ...(parentName !== undefined && { parent: parentName }),
        ...(providerName !== undefined && { provider: providerName }),
        ...(type.startsWith(PROVIDER) ? configurationOf(each) : !each.custom && { component: true as const }),
      };
    }),
  };
}

/** The resource, its provider and everything it is a child of, but for the stack, which Pulumi makes. */
function above(resource: SnapshotResource, byUrn: ReadonlyMap<string, SnapshotResource>): readonly SnapshotResource[] {
  const parent = byUrn.get(resource.parent ?? "");
  const provider = byUrn.get(resource.provider ?? "");
  const parents = parent === undefined || parent.type === STACK ? [] : above(parent, byUrn);
  return [resource, ...(provider === undefined ? [] : [provider]), ...parents];
}

/** Providers first, then as the tree grows: people read it. */
const rank = ({ type, urn }: SnapshotResource) => `${type.startsWith(PROVIDER) ? 0 : 1} ${urn}`;

function configurationOf({ inputs }: SnapshotResource): Pick<ImportEntry, "inputs" | "version"> {
  const { version } = inputs;
  return {
    ...(typeof version === "string" && { version }),
    inputs: Object.fromEntries(Object.entries(inputs).filter(([key]) => !NOT_CONFIGURATION.has(key))),
  };
}

/** A name that several have gets the type behind it; if that does not tell them apart either, it is the URN. */
function uniqueNames(entries: readonly SnapshotResource[]): ReadonlyMap<string, string> {
  const withType = ({ name, type }: SnapshotResource) => `${name} ${type}`;
  const isUnique = (text: (entry: SnapshotResource) => string, own: SnapshotResource) =>
    entries.filter((each) => text(each) === text(own)).length === 1;
  return new Map(
    entries.map((own) => {
      if (isUnique(({ name }) => name, own)) return [own.urn, own.name];
      return [own.urn, isUnique(withType, own) ? withType(own) : own.urn];
    }),
  );
}
