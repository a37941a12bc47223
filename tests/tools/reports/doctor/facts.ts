import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deployedIn } from "../../../../tools/reports/doctor/facts/deployed";
import type { Facts } from "../../../../tools/reports/doctor/facts/facts";
import { stackFile } from "../../../../tools/shared/stackFiles";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { FIXTURES, type Stack } from "./stacks";

const ROOT = join(__dirname, "../../../..");

/** A stack's file as it is committed, with texts replaced. */
export const fileWith = (stack: string, ...replaced: readonly (readonly [from: string | RegExp, to: string])[]) => {
  const text = readFileSync(join(ROOT, `Pulumi.${stack}.yaml`), "utf8");
  return stackFile(
    stack,
    replaced.reduce((written, [from, to]) => written.replace(from, to), text),
    "telehealth",
  );
};

export const deployed = (stack: Stack) =>
  deployedIn(readSnapshot(readFileSync(join(FIXTURES, `${stack}.json`), "utf8")), stack);

/** A machine on which all is in order, and a healthy stack on the offline AWS. */
export const factsOf = (stack: Stack, changed: Partial<Facts> = {}): Facts => ({
  stack,
  real: false,
  today: "2026-11-24",
  node: { version: "22.20.0", wanted: ">=22" },
  setUp: {
    dependenciesAreCurrent: true,
    policyPackIsCurrent: true,
    hasEmulator: true,
    cli: { file: "/opt/pulumi", version: "v3.259.0" },
    cliOnPath: undefined,
    cliWanted: "3.259.0",
  },
  stackFiles: [fileWith("account"), fileWith("dev"), fileWith("prod")],
  backend: { url: "s3://state", from: "pulumi login" },
  identity: undefined,
  quotas: undefined,
  zones: undefined,
  deployed: deployed(stack),
  exemptions: [],
  providerVersion: "7.48.0",
  ...changed,
});

export const REAL = {
  real: true,
  identity: { account: "111122223333", arn: "arn:aws:sts::111122223333:assumed-role/operator/ann" },
} as const;
