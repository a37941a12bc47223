import type { SnapshotResource } from "../../shared/snapshot/snapshot";
import type { CdkResource } from "./cdkResource";

/** A live resource, or a part of one, that becomes a resource of the program. */
export interface Imported {
  readonly cdk: CdkResource;
  readonly resource: SnapshotResource;
  readonly id: string;
}
