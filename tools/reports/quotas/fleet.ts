import { grouped } from "../../shared/grouped";
import { References } from "../../shared/snapshot/references";
import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { valueAt } from "../../shared/snapshot/valueAt";

/** A resource of one of several stacks. */
export interface Placed {
  readonly stack: string;
  readonly region: string;
  readonly resource: SnapshotResource;
  readonly references: References;
}

/** Everything that several stacks have in one account, as they are or as they will be. */
export class Fleet {
  private readonly byType: ReadonlyMap<string, readonly Placed[]>;

  constructor(snapshots: readonly Snapshot[]) {
    this.byType = grouped(snapshots.flatMap(placed), ({ resource }) => resource.type);
  }

  /** All of a type of the AWS provider, such as `s3/bucket:Bucket`. */
  public all(...types: readonly string[]): readonly Placed[] {
    return types.flatMap((type) => this.byType.get(`aws:${type}`) ?? []);
  }
}

function placed({ stack, resources }: Snapshot): Placed[] {
  const references = new References(resources);
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const [home] = resources.filter(({ type }) => type === "pulumi:providers:aws");
  const regionOf = ({ inputs, provider }: SnapshotResource) =>
    textOf(inputs["region"]) ?? textOf(byUrn.get(provider ?? "")?.inputs["region"]) ?? textOf(home?.inputs["region"]);
  return resources
    .filter(({ external }) => !external)
    .map((resource) => ({ stack, references, resource, region: regionOf(resource) ?? "its region" }));
}

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

/** What stands at a path in the inputs. */
export const at = ({ resource }: Placed, ...path: readonly (string | number)[]): unknown =>
  valueAt(resource.inputs, ...path);

/** A list; one thing that is no list is a list of one, nothing is none. */
export function listAt(each: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(each, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

export const nameOf = ({ stack, resource }: Placed): string => `${stack}: ${resource.name}`;
