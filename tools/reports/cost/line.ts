import type { Owner } from "./graph";
import type { PriceName } from "./prices/prices";

/** As bills and people call them, in the order of the report. */
export const SERVICES = [
  "VPC and NAT",
  "Aurora",
  "S3",
  "CloudFront",
  "Cognito",
  "API Gateway",
  "Secrets Manager",
  "CloudWatch",
  "Fargate",
  "Load balancer",
  "WAF",
  "KMS",
  "Backup",
  "Amplify",
  "Delivery",
  "GuardDuty",
  "CloudTrail",
  "Config",
  "Security Hub",
  "Inspector",
  "Access Analyzer",
  "Lambda",
  "Messages",
  "X-Ray",
  "Route 53",
  "Systems Manager",
] as const;
export type Service = (typeof SERVICES)[number];

/** One thing that a resource costs, as a rule finds it. */
export interface Item {
  readonly service: Service;
  /** Without the resource's name: lines of the same text are one. */
  readonly what: string;
  /** Units of the price in a month. */
  readonly quantity: number;
  readonly price: PriceName;
  /** The control or option that it is for; absent for what the platform could not run without. */
  readonly purpose?: string;
}

/** Makes items of one service that all serve one purpose. */
export const itemOf =
  (service: Service, purpose: string) =>
  (what: string, quantity: number, price: PriceName): Item => ({ service, what, quantity, price, purpose });

/** The same thing of all resources of a component. */
export interface CostLine {
  readonly service: Service;
  readonly component: Owner;
  readonly what: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitUsd: number;
  readonly monthlyUsd: number;
  readonly price: PriceName;
  /** Names, sorted. */
  readonly resources: readonly string[];
  /** The control or option that it is for; undefined for what the platform could not run without. */
  readonly purpose: string | undefined;
}

/** Stable name of a line, by which profiles and stacks are compared. */
export const lineKey = ({ service, component, what, price, purpose }: CostLine): string =>
  [service, component.urn.split("::").slice(2).join("::"), what, price, purpose ?? ""].join("|");

export interface Estimate {
  readonly stack: string;
  /** Sorted by service, then by what costs most. */
  readonly lines: readonly CostLine[];
  readonly totalUsd: number;
  readonly byService: ReadonlyMap<Service, number>;
  /** By the label of the component. */
  readonly byComponent: ReadonlyMap<string, number>;
  /** Types that cost nothing, with the reason. */
  readonly free: readonly { readonly type: string; readonly count: number; readonly why: string }[];
  /** Types that have no rule: their cost is missing in the total. */
  readonly notPriced: readonly { readonly type: string; readonly count: number }[];
  /** The limits of the stack's own budgets, in USD for a month. */
  readonly budgets: readonly { readonly name: string; readonly limitUsd: number }[];
  /** What stands in the way of the figures, such as another region. */
  readonly notes: readonly string[];
}
