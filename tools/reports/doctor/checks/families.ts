import { type Check, type Finding, runChecks } from "../finding";
import type { Facts } from "../facts/facts";
import { accountChecks } from "./account";
import { backendChecks } from "./backend";
import { configurationChecks } from "./configuration";
import { credentialsChecks } from "./credentials";
import { deployedChecks, notDeployed } from "./deployed";
import { exemptionsChecks } from "./exemptions";
import { setUpChecks } from "./setUp";

const FAMILIES: readonly (readonly [name: string, checks: readonly Check<Facts>[]])[] = [
  ["set-up", setUpChecks],
  ["configuration", configurationChecks],
  ["exemptions", exemptionsChecks],
  ["backend", backendChecks],
  ["credentials", credentialsChecks],
  ["account", accountChecks],
];

/** A group of findings under a heading. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Every check, family by family, in the order in which a newcomer meets them. */
export function examine(facts: Facts): readonly Section[] {
  const { deployed } = facts;
  const ofDeployed =
    deployed === undefined
      ? runChecks("deployed", [notDeployed], facts)
      : runChecks("deployed", deployedChecks, { ...facts, deployed });
  return [
    ...FAMILIES.map(([title, checks]) => ({ title, findings: runChecks(title, checks, facts) })),
    { title: "deployed", findings: ofDeployed },
  ];
}
