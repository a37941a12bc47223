import { pack } from "../../../../policies/pack";
import { matrixOf } from "../../../../tools/reports/compliance/complianceMatrix";
import type { Matrix, TestsIndex } from "../../../../tools/reports/compliance/matrix";
import { reportOn } from "../../../../tools/reports/policy/report";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import * as given from "../../shared/snapshot/plan";

export const TODAY = "2026-11-24";
export const KEY = "arn:aws:kms:us-east-1:111122223333:key/0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b";
/** A name that a page, a table and a spreadsheet would each like to run. */
export const HOSTILE = '=1+1<img src=x onerror="a()">|`';

export const logs = {
  ...given.state("aws:cloudwatch/logGroup:LogGroup", "logs", { inputs: { kmsKeyId: KEY, retentionInDays: 2192 } }),
  sourcePosition: "project:///components/audit/trail.ts#7,3",
};
export const openLogs = given.state("aws:cloudwatch/logGroup:LogGroup", HOSTILE, { inputs: { retentionInDays: 2192 } });
export const database = given.state("aws:rds/cluster:Cluster", "db", {
  inputs: { storageEncrypted: true, kmsKeyId: KEY, backupRetentionPeriod: 1 },
});
export const exemption = {
  rule: "backup-retention",
  urn: database.urn,
  owner: "data@example.com",
  reason: "The data is imported anew every night until the old system is off",
  until: "2026-12-24",
};
export const tests: TestsIndex = {
  shipped: true,
  byRule: {
    "log-group-encryption": { file: "tests/policies/cases/otherStores.ts", safe: 3, unsafe: 7, open: 1 },
    "sns-topic-encryption": { file: "tests/policies/cases/messaging.ts", safe: 3, unsafe: 7, open: 0 },
  },
};

export const stackOf = (...resources: object[]): Snapshot =>
  readSnapshot(given.exported(given.stackState, ...resources));

/** A verdict of each kind. */
export const EXAMPLE = stackOf(given.topicState, logs, openLogs, database);

/** The matrix of a few rules, so that a rule that is added somewhere changes no golden file. */
export const RULES = [
  "log-group-encryption",
  "log-group-retention",
  "sns-topic-encryption",
  "backup-retention",
  "database-log-exports",
  "file-system-encryption",
];
export function smallMatrix(snapshot = EXAMPLE, exemptions: readonly object[] = [exemption], today = TODAY): Matrix {
  const whole = reportOn(snapshot, { exemptions }, today);
  const evaluation = {
    ...whole.evaluation,
    judgements: whole.evaluation.judgements.filter(({ rule }) => RULES.includes(rule.id)),
  };
  const rules = pack.filter(({ id }) => RULES.includes(id));
  return matrixOf({ ...whole, rules, evaluation, version: "1.2.3" }, snapshot, { exemptions }, today, tests);
}
