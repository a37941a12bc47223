import type { Wire, WireMap } from "../wire";
import { UNKNOWN } from "../wire";
import type { Block } from "./cidr";
import { blockAfter, blockAt, contains, lastOf, parseBlock } from "./cidr";
import type { SubnetPlan } from "./subnetPlan";

/** The `subnetLayout` output: the specs of one zone, with which strategy Auto would lay out the same subnets. */
export function layoutOf(plan: SubnetPlan, zoneCount: number): Wire {
  if (plan.specs) {
    return plan.specs.map(({ type, name, cidrMask, size, cidrBlocks }) => ({
      type,
      ...(name === undefined ? {} : { name }),
      ...(cidrMask === undefined ? {} : { cidrMask }),
      ...(size === undefined ? {} : { size }),
      ...(cidrBlocks === undefined ? {} : { cidrBlocks }),
    }));
  }
  const layout: WireMap[] = [];
  let previous: Block | undefined;
  // The first subnets of the plan stand for the first zone, as in awsx, though Legacy's defaults are not in that order.
  for (const { type, block } of plan.subnets.slice(0, plan.subnets.length / zoneCount)) {
    if (block === undefined) return UNKNOWN;
    const current = parseBlock(block);
    if (previous) layout.push(...gaps(previous, current).map(({ mask }) => ({ type: "Unused", cidrMask: mask })));
    layout.push({ type, cidrMask: current.mask });
    previous = current;
  }
  return layout;
}

/** The widest blocks that fill the space between two subnets. */
function gaps(first: Block, second: Block): readonly Block[] {
  const [start, end] = first.base < second.base ? [first, second] : [second, first];
  const found: Block[] = [];
  let before = first;
  let next = blockAfter(start, start.mask);
  while (next.base < end.base) {
    next = widen(next, before, end);
    found.push(next);
    before = next;
    next = blockAfter(next, next.mask);
  }
  return found;
}

function widen(block: Block, before: Block, end: Block): Block {
  const wider = blockAt(block.base, block.mask - 1);
  const holds = (address: number) => contains(wider, { base: address, mask: 32 });
  return holds(lastOf(before)) || holds(end.base) ? block : widen(wider, before, end);
}
