import { References } from "../../../shared/snapshot/references";
import type { Snapshot, SnapshotResource } from "../../../shared/snapshot/snapshot";
import { textAt } from "../../../shared/fields";

/** Resources of a stack, by what they refer to and by where they are. Their order in the snapshot has no effect. */
export class Graph extends References {
  public readonly stack: string;
  public readonly project: string;

  constructor({ stack, project, resources }: Snapshot) {
    super(resources.filter((each) => !each.external).toSorted((a, b) => (a.urn < b.urn ? -1 : 1)));
    this.stack = stack;
    this.project = project;
  }

  /** Those of any service that a property of the resource was made from: `subnetGroup:SubnetGroup`. */
  public ofKind(resource: SnapshotResource, property: string, kind: string): readonly SnapshotResource[] {
    const urns = new Set(resource.propertyDependencies[property]);
    return [...this.byUrn.values()].filter(({ urn, type }) => urns.has(urn) && type.endsWith(`/${kind}`));
  }

  /** Whatever has a property made from the resource. */
  public usersOfAnyType(property: string, resource: SnapshotResource): readonly SnapshotResource[] {
    return [...this.byUrn.values()].filter(
      (each) => each.propertyDependencies[property]?.includes(resource.urn) ?? false,
    );
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
    const [provider] = this.ofToken("pulumi:providers:aws");
    return textAt(provider?.inputs, "region");
  }

  /** Whether the resource is outside of the stack's own region. */
  public isAway(resource: SnapshotResource): boolean {
    return this.regionOf(resource) !== this.home;
  }
}
