import type { SnapshotResource } from "../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import type { Item } from "./line";
import type { Usage } from "./usage/usage";

/** What a rule may look at beside its resource. */
export interface Context {
  readonly graph: Graph;
  readonly usage: Usage;
  /** Counts the allowances that an account has for good (CloudFront 1 TB, ...). */
  readonly freeTier: boolean;
}

/** What a resource of one type costs in a month; undefined for a variant that has no price here, which is reported. */
export type Rule = (resource: SnapshotResource, context: Context) => readonly Item[] | undefined;
/** Type without `aws:` -> rule. */
export type Rules = Readonly<Record<string, Rule>>;

/** The part of each of several resources that share one load. */
export const share = (amount: number, among: number): number => (among === 0 ? 0 : amount / among);
/** Kilobytes of each of some million things, in GB. */
export const gigabytes = (millions: number, kilobytes: number): number => millions * kilobytes;

/** Zones or subnets of a property: as listed, or, while that is unknown, as many as it refers to. */
export function placesOf(resource: SnapshotResource, property: string, { graph }: Context): number {
  const listed = resource.inputs[property];
  return Array.isArray(listed) ? listed.length : graph.of(resource, property, "ec2/subnet:Subnet").length;
}
