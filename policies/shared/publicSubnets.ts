import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { internetRouted } from "./routes";

const SUBNET = ["aws:ec2/subnet:Subnet"];
const DEFAULT_SUBNET = ["aws:ec2/defaultSubnet:DefaultSubnet"];
const known = new WeakMap<Stack, Map<string, boolean>>();

function isPublic(subnet: Resource, stack: Stack): boolean {
  const seen = known.get(stack) ?? new Map<string, boolean>();
  known.set(stack, seen);
  const open = seen.get(subnet.urn) ?? internetRouted(subnet, stack);
  seen.set(subnet.urn, open);
  return open;
}

/** What is wrong if one of the subnets that a property names has a route to an internet gateway. */
export function notInPublicSubnets(from: Resource, ids: Field, stack: Stack): Outcome | undefined {
  if (ids.absent) return undefined;
  const [byAws] = stack.referred(from, ids, DEFAULT_SUBNET);
  if (byAws) return ids.refuse(`subnet ${byAws.name} is a default subnet, with a route to the internet`);
  const subnets = stack.referred(from, ids, SUBNET);
  const open = subnets.filter((each) => isPublic(each, stack));
  const [first] = open;
  const notKnown = ids.items.some((each) => each.unknown);
  if (!first) return notKnown && stack.madeFrom(from, ids).length === 0 ? ids.later() : undefined;
  // Before ids are known, a property may name more subnets than it will hold: all that a component made.
  if (notKnown && open.length < subnets.length) return ids.later();
  return ids.refuse(`subnet ${first.name} has a route to an internet gateway`);
}
