import { References } from "../../shared/snapshot/references";
import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";

/** What a line belongs to: the nearest component of this project above a resource. */
export interface Owner {
  /** `users (identity:UserPool)`. */
  readonly label: string;
  readonly urn: string;
}

const OURS = "telehealth:";

/** The resources that AWS makes for a stack: no components, providers or things only looked up. */
export class Graph extends References {
  readonly resources: readonly SnapshotResource[];
  readonly #parents: ReadonlyMap<string, SnapshotResource>;

  constructor(snapshot: Snapshot) {
    const made = snapshot.resources.filter(
      ({ custom, external, type }) => custom && !external && !type.startsWith("pulumi:"),
    );
    super(made);
    this.resources = made;
    this.#parents = new Map(snapshot.resources.map((each) => [each.urn, each]));
  }

  owner(resource: SnapshotResource): Owner {
    let above = this.#parent(resource);
    while (above !== undefined && !above.type.startsWith(OURS)) above = this.#parent(above);
    if (above === undefined) return { label: "(no component)", urn: "" };
    return { label: `${above.name} (${above.type.slice(OURS.length)})`, urn: above.urn };
  }

  #parent({ parent }: SnapshotResource): SnapshotResource | undefined {
    return parent === undefined ? undefined : this.#parents.get(parent);
  }
}
