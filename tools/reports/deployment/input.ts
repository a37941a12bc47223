import type { Matrix } from "../compliance/matrix";
import type { CostReport } from "../cost/costReport";
import type { DeployTime } from "../deployTime/deployTime";
import type { Finding } from "../doctor/finding";
import type { Snapshot } from "../../shared/snapshot/snapshot";

/** Everything a report is made from. The same input gives the same bytes. */
export interface ReportInput {
  readonly snapshot: Snapshot;
  readonly matrix: Matrix;
  readonly cost: CostReport;
  readonly time: DeployTime;
  /** What the doctor found of the settings and of what is deployed. */
  readonly findings: readonly Finding[];
  /** Whether it is about the stack on AWS, rather than on the offline AWS. */
  readonly real: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}
