import { join } from "node:path";
import { complianceMatrix } from "../compliance/complianceMatrix";
import { NO_TESTS } from "../compliance/testsIndex";
import { costReport } from "../cost/costReport";
import { deployTime } from "../deployTime/deployTime";
import { examine } from "../doctor/checks/families";
import { factsAbout } from "../doctor/facts/gather";
import { readSettings } from "../../shared/policySettings";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import type { ReportInput } from "./input";

const ROOT = join(__dirname, "..", "..", "..");
/** What the doctor says of this machine, its backend and its credentials belongs to no report about a stack. */
const FAMILIES = new Set(["configuration", "exemptions", "deployed"]);

/** The stack, and what each of the other reports says of it. Asks nobody. */
export function inputOf(snapshot: Snapshot, { real, today }: Pick<ReportInput, "real" | "today">): ReportInput {
  const { kind, stack } = snapshot;
  const facts = factsAbout(ROOT, { stack, real, today }, kind === "state" ? snapshot : undefined);
  return {
    snapshot,
    matrix: complianceMatrix(snapshot, readSettings(join(ROOT, "stacks", "policies.json")), today, NO_TESTS),
    cost: costReport(snapshot),
    time: deployTime(snapshot),
    findings: examine(facts)
      .filter(({ title }) => FAMILIES.has(title))
      .flatMap(({ findings }) => findings),
    real,
    today,
  };
}
