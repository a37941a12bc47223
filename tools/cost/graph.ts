import type { Snapshot, SnapshotResource } from "../snapshot/snapshot";

/** What a line belongs to: the nearest component of this project above a resource. */
export interface Owner {
  /** `users (identity:UserPool)`. */
  readonly label: string;
  readonly urn: string;
}

const OURS = "telehealth:";

/** The resources of a stack and how they refer to each other, whether their ids are known yet or not. */
export class Graph {
  /** Those that AWS makes for this stack: no components, providers or things only looked up. */
  readonly resources: readonly SnapshotResource[];
  readonly #byUrn: ReadonlyMap<string, SnapshotResource>;

  constructor(snapshot: Snapshot) {
    this.#byUrn = new Map(snapshot.resources.map((each) => [each.urn, each]));
    this.resources = snapshot.resources.filter(
      ({ custom, external, type }) => custom && !external && !type.startsWith("pulumi:"),
    );
  }

  /** All of a type; `rds/cluster:Cluster` for short. */
  of(type: string): readonly SnapshotResource[] {
    return this.resources.filter((each) => each.type === `aws:${type}`);
  }

  /** The resources of a type that a property takes its value from. */
  targets(resource: SnapshotResource, property: string, type: string): readonly SnapshotResource[] {
    const urns = resource.propertyDependencies[property] ?? [];
    return urns.flatMap((urn) => this.#byUrn.get(urn) ?? []).filter((each) => each.type === `aws:${type}`);
  }

  /** The resources of a type whose property takes its value from this one. */
  users(resource: SnapshotResource, type: string, property: string): readonly SnapshotResource[] {
    return this.of(type).filter((each) => each.propertyDependencies[property]?.includes(resource.urn) === true);
  }

  owner(resource: SnapshotResource): Owner {
    let above = this.#parent(resource);
    while (above !== undefined && !above.type.startsWith(OURS)) above = this.#parent(above);
    if (above === undefined) return { label: "(no component)", urn: "" };
    return { label: `${above.name} (${above.type.slice(OURS.length)})`, urn: above.urn };
  }

  #parent({ parent }: SnapshotResource): SnapshotResource | undefined {
    return parent === undefined ? undefined : this.#byUrn.get(parent);
  }
}
