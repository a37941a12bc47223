/** What a zone is for; it decides the colour. */
export type Tone = "outside" | "edge" | "public" | "private" | "isolated" | "data" | "operations" | "recovery";

/** One box: a resource, or several of one kind. */
export interface Node {
  readonly title: string;
  readonly notes: readonly string[];
  /** The URNs it stands for; flows name these. */
  readonly members: readonly string[];
  /** What the firewall in front of it has. */
  readonly firewall?: string | undefined;
  /** The alias of the customer key that encrypts it. */
  readonly lock?: string | undefined;
}

export interface Zone {
  readonly title: string;
  readonly note?: string;
  readonly tone: Tone;
  readonly nodes: readonly Node[];
}

/** A subnet: one availability zone of a band. */
export interface Cell {
  readonly title: string;
  readonly note: string;
  readonly nodes: readonly Node[];
}

/** All subnets of one kind, with what spans their availability zones. */
export interface Band extends Zone {
  readonly cells: readonly Cell[];
}

export interface Network {
  readonly title: string;
  readonly note: string;
  readonly bands: readonly Band[];
}

/** Something that goes from one box to another. */
export interface Flow {
  readonly from: Node;
  readonly to: Node;
  readonly label: string;
  /** `traffic`: requests. `copy`: data that is copied on its own. */
  readonly kind: FlowKind;
}
export type FlowKind = "traffic" | "copy";

/** A flow as the graph has it, between URNs. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly kind?: FlowKind;
}

export interface Model {
  readonly title: string;
  readonly description: string;
  readonly region: string;
  readonly outside: Zone;
  readonly edge: Zone;
  readonly network: Network | undefined;
  readonly data: Zone;
  readonly operations: Zone;
  readonly recovery: readonly Zone[];
  readonly flows: readonly Flow[];
  /** What all aliases of keys begin with; locks show the rest. */
  readonly keyPrefix: string;
}
