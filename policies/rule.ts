import type { Control } from "./controls";
import type { Outcomes } from "./engine/outcome";
import type { Resource } from "./engine/resource";
import type { Stack } from "./engine/stack";
import { matches } from "./engine/types";

export type Severity = "low" | "medium" | "high" | "critical";
export type Family =
  | "encryption-at-rest"
  | "encryption-in-transit"
  | "public-access"
  | "network-exposure"
  | "deletion-protection"
  | "backup"
  | "access"
  | "identity"
  | "logging"
  | "phi-in-logs"
  | "secrets"
  | "effective-settings"
  | "placement"
  | "escape-hatches"
  | "tagging"
  | "preflight"
  | "cost"
  | "retention";

/** One rule, as data: what it looks at, what it says and what to do about it. */
export interface Rule {
  /** Kebab-case and stable: it is the policy's name in Pulumi and the key of its configuration. */
  readonly id: string;
  /** What holds when the rule is kept, in one sentence without a full stop. */
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Safeguards the rule serves, the closest one first. */
  readonly controls: readonly [Control, ...Control[]];
  /** What to write. Follows every finding that brings no better advice of its own. */
  readonly remediation: string;
  /**
   * Type tokens it applies to, today's spelling: aliases are resolved before. A token that ends in `*` stands for all that
   * begin so: `aws-native:*`, `pulumi:providers:*`.
   */
  readonly types: readonly string[];
  /** @default "mandatory" */
  readonly level?: "mandatory" | "advisory";
  /**
   * True for rules that only guard against losing data: in stacks listed as ephemeral they advise, unless the data is phi.
   * Not for rules that are never exempt. @default false, the rule is as strict in a throw-away stack as in production.
   */
  readonly lenientWhenEphemeral?: boolean;
  /** True for rules that no exemption can switch off. @default whether the severity is critical. */
  readonly neverExempt?: boolean;
  /** Judges one resource by itself, before it is created or changed; `seen` holds those that came before, by URN. */
  readonly check?: (resource: Resource, seen: ReadonlyMap<string, Resource>) => Outcomes;
  /** Judges one resource among all others of its stack. */
  readonly checkInStack?: (resource: Resource, stack: Stack) => Outcomes;
}

/** Every resource of the AWS provider. */
export const EVERY_TYPE = "aws:*";

/** Declares a rule. Data only: `engine/policies.ts` turns it into what Pulumi runs. */
export function rule(spec: Rule): Rule {
  return spec;
}

export function appliesTo({ types }: Rule, type: string): boolean {
  return types.some((token) => matches(token, type));
}

/** Whether no exemption can switch the rule off. */
export function isNeverExempt({ neverExempt, severity }: Rule): boolean {
  return neverExempt ?? severity === "critical";
}
