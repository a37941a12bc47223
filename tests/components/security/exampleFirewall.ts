import { Firewall, type FirewallArgs } from "../../../components/security/firewall";
import type { FirewallRule, Traffic } from "../../../components/security/firewallRules";
import { deploy } from "../../harness";

export const STAGE = "arn:aws:apigateway:us-east-2::/restapis/abc123/stages/prod";
export const POOL = "arn:aws:cognito-idp:us-east-2:111122223333:userpool/us-east-2_Example";
export const APP = "arn:aws:amplify:us-east-2:111122223333:apps/d111111abcdef8";

export const ARGS: FirewallArgs = {
  traffic: { purpose: "api" },
  protects: { stage: STAGE },
  metricName: "telehealth-test-api",
  location: { accountId: "111122223333", region: "us-east-2" },
  logDeliveryPolicy: "telehealth-test-log-delivery",
  logKmsKeyArn: "arn:aws:kms:us-east-2:111122223333:key/logs",
  logRetentionDays: 365,
  deletionProtection: true,
};

/** A right example of each purpose. */
export const EXAMPLES: readonly Pick<FirewallArgs, "traffic" | "protects">[] = [
  { traffic: { purpose: "api", webhookPaths: ["/webhooks/"], uploadPaths: ["/notes"] }, protects: { stage: STAGE } },
  { traffic: { purpose: "sign-in" }, protects: { users: POOL } },
  { traffic: { purpose: "web" }, protects: { app: APP } },
  { traffic: { purpose: "recordings" }, protects: {} },
];

export const PURPOSES: readonly Traffic["purpose"][] = EXAMPLES.map(({ traffic }) => traffic.purpose);

export const firewall = (changes: Partial<FirewallArgs> = {}) =>
  deploy((opts) => new Firewall("edge", { ...ARGS, ...changes }, opts));

/** The statement of one rule as plain data. */
export function statementOf(rules: readonly FirewallRule[], name: string): any {
  return ruleOf(rules, name).statement;
}

export function ruleOf(rules: readonly FirewallRule[], name: string): any {
  const found = rules.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No rule ${name} in ${rules.map((each) => each.name).join()}`);
  return JSON.parse(JSON.stringify(found.rule));
}
