/** What stands where a secret stood. No report can print one, whatever the command that made the file was told. */
export const SECRET = "[secret]";

/** A resource as a plan or a state file has it. */
export interface SnapshotResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  /** False for components, which exist in Pulumi only. */
  readonly custom: boolean;
  /** True for what was only looked up and belongs to somebody else. */
  readonly external: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Absent for what does not exist yet. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: SnapshotOptions;
  /** The URN of the provider that makes it. */
  readonly provider?: string;
  /** Where the program makes it. */
  readonly source?: Source;
}

export interface SnapshotOptions {
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly ignoreChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly string[];
  /** Seconds. */
  readonly customTimeouts?: { readonly create: number; readonly update: number; readonly delete: number };
}

export interface Source {
  /** Relative to the folder of the program. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that an update would do. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Properties that force a replacement, where the provider says so. */
  readonly replaceReasons: readonly string[];
}

export interface Pending {
  readonly urn: string;
  readonly operation: string;
}

export interface Snapshot {
  /** `preview`: what will be. `state`: what is. */
  readonly kind: "preview" | "state";
  readonly stack: string;
  readonly project: string;
  /** Sorted by URN. */
  readonly resources: readonly SnapshotResource[];
  /** In the order of the plan; empty for a state. */
  readonly steps: readonly Step[];
  /** What an interrupted update left unfinished: nobody knows whether AWS did it. Empty for a plan. */
  readonly pending: readonly Pending[];
}
