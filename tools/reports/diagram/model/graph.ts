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
