import { grouped } from "../grouped";
import type { SnapshotResource } from "./snapshot";

/** Resources by what they are and by which properties were made from which, whether their ids are known yet or not. */
export class References {
  private readonly byType: ReadonlyMap<string, readonly SnapshotResource[]>;
  protected readonly byUrn: ReadonlyMap<string, SnapshotResource>;

  /** @param resources in the order in which they are to be found */
  constructor(resources: readonly SnapshotResource[]) {
    this.byUrn = new Map(resources.map((each) => [each.urn, each]));
    this.byType = grouped(resources, ({ type }) => type);
  }

  /** All of a type of the AWS provider, such as `s3/bucket:Bucket`. */
  public all(type: string): readonly SnapshotResource[] {
    return this.ofToken(`aws:${type}`);
  }

  /** Those of a type that a property of the resource was made from. */
  public of(resource: SnapshotResource, property: string, type: string): readonly SnapshotResource[] {
    const urns = new Set(resource.propertyDependencies[property]);
    return this.all(type).filter((each) => urns.has(each.urn));
  }

  /** Those of a type that have a property made from the resource. */
  public users(type: string, property: string, resource: SnapshotResource): readonly SnapshotResource[] {
    return this.all(type).filter((each) => each.propertyDependencies[property]?.includes(resource.urn) ?? false);
  }

  protected ofToken(token: string): readonly SnapshotResource[] {
    return this.byType.get(token) ?? [];
  }
}
