import type { Snapshot, SnapshotResource } from "../../snapshot/snapshot";
import { grouped } from "./grouped";
import { textAt } from "./read";

/** Resources of a stack by what they are and by what they depend on. Their order in the snapshot has no effect. */
export class Graph {
  public readonly stack: string;
  public readonly project: string;
  private readonly byType: ReadonlyMap<string, readonly SnapshotResource[]>;
  private readonly byUrn: ReadonlyMap<string, SnapshotResource>;

  constructor({ stack, project, resources }: Snapshot) {
    this.stack = stack;
    this.project = project;
    const own = resources.filter((each) => !each.external).toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
    this.byUrn = new Map(own.map((each) => [each.urn, each]));
    this.byType = grouped(own, ({ type }) => type);
  }

  /** All of a type of the AWS provider, such as `s3/bucket:Bucket`. */
  public all(type: string): readonly SnapshotResource[] {
    return this.byType.get(`aws:${type}`) ?? [];
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

  /** Where the resource is: its own region, else that of its provider. */
  public regionOf(resource: SnapshotResource): string | undefined {
    return (
      textAt(resource.inputs, "region") ??
      textAt(this.byUrn.get(resource.provider ?? "")?.inputs, "region") ??
      this.home
    );
  }

  /** The region of the stack's own provider. */
  public get home(): string | undefined {
    const [provider] = this.byType.get("pulumi:providers:aws") ?? [];
    return textAt(provider?.inputs, "region");
  }

  /** Whether the resource is outside of the stack's own region. */
  public isAway(resource: SnapshotResource): boolean {
    return this.regionOf(resource) !== this.home;
  }
}
