import type { Snapshot } from "../../../shared/snapshot/snapshot";
import type { Backend } from "./backend";
import type { Identity } from "./identity";
import type { QuotaFacts } from "./quotas";
import type { SetUpState } from "./setUpState";
import type { StackFile } from "../../../shared/stackFiles";
import type { Zones } from "./zones";

/** Everything that checks know. It is gathered once; checks read it and nothing else, so a test can write it down. */
export interface Facts {
  readonly stack: string;
  /** Whether the stack is on AWS, rather than on the offline AWS, where examples and stand-ins are as they should be. */
  readonly real: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly node: { readonly version: string; readonly wanted: string };
  readonly setUp: SetUpState;
  readonly stackFiles: readonly StackFile[];
  readonly backend: Backend;
  /** Undefined if AWS was not asked. */
  readonly identity: Identity | undefined;
  /** Undefined if AWS was not asked. */
  readonly quotas: QuotaFacts | { readonly problem: string } | undefined;
  /** Undefined if AWS was not asked. */
  readonly zones: Zones | undefined;
  /** Undefined if the stack is not deployed. */
  readonly deployed: Snapshot | undefined;
  readonly exemptions: readonly Exemption[];
  /** The version of `@pulumi/aws` in package.json. */
  readonly providerVersion: string;
}

export interface Exemption {
  readonly rule: string;
  readonly until: string;
}
