import type { SubnetSpec, SubnetType, VpcArgs } from "./args";
import type { Block } from "./cidr";
import { bitsFor, blockAfter, blockAt, contains, formatBlock, lastOf, overlap, parseBlock, sizeOf } from "./cidr";
import { legacyBlocks } from "./legacyPlan";
import { isExplicit, normalizeSpecs } from "./specs";

/** One subnet, or one gap, in one zone. */
export interface PlannedSubnet {
  readonly spec: SubnetSpec;
  readonly type: SubnetType;
  /** The logical name: it counts zones, whatever the Name tag says. */
  readonly name: string;
  readonly zone: string;
  /** Undefined while the range of the VPC is not known yet. */
  readonly block: string | undefined;
}

/** What a plan is made for. */
export interface PlanRequest {
  readonly vpcName: string;
  readonly args: VpcArgs;
  readonly zones: readonly string[];
  /** Undefined while it is not known: AWS takes it out of a pool. */
  readonly vpcBlock: string | undefined;
}

export interface SubnetPlan {
  readonly subnets: readonly PlannedSubnet[];
  /** The specs with their sizes, as far as the program gave any and the strategy keeps them. */
  readonly specs: readonly SubnetSpec[] | undefined;
}

const DEFAULT_TYPES: readonly SubnetSpec[] = [{ type: "Private" }, { type: "Public" }];

/** Lays the subnets out as awsx does with each of its strategies, and refuses what AWS would refuse. */
export function planSubnets(request: PlanRequest): SubnetPlan {
  const { args, zones } = request;
  const given = args.subnetSpecs && normalizeSpecs(args.subnetSpecs, zones.length);
  const explicit = given !== undefined && isExplicit(given);
  if (args.subnetStrategy === "AutoMerge" && explicit) {
    throw new Error("subnetStrategy: AutoMerge has no use for cidrBlocks. Write Auto or Exact");
  }
  if (args.subnetStrategy === "Legacy" || (given === undefined && args.subnetStrategy === "Exact")) {
    if (request.vpcBlock === undefined) {
      throw new Error("subnetStrategy: Legacy needs a cidrBlock of its own, not one from a pool. Write Auto");
    }
    const planned = legacyBlocks(parseBlock(request.vpcBlock), zones.length, given).map(({ spec, zoneIndex, block }) =>
      place(request, spec, zoneIndex, formatBlock(block)),
    );
    return checked(request, { subnets: planned, specs: undefined });
  }
  if (explicit) {
    const planned = zones.flatMap((_, index) =>
      given.map((spec) => place(request, spec, index, spec.cidrBlocks?.[index])),
    );
    return checked(request, { subnets: planned, specs: given });
  }
  const merging = args.subnetStrategy === "AutoMerge";
  const planned = autoPlan(request, given, merging);
  return checked(request, { subnets: planned, specs: merging ? undefined : given });
}

function place({ vpcName, zones }: PlanRequest, spec: SubnetSpec, zoneIndex: number, block: string | undefined) {
  const name = `${vpcName}-${spec.name ?? spec.type.toLowerCase()}-${zoneIndex + 1}`;
  return { spec, type: spec.type, name, zone: zones[zoneIndex] ?? "", block };
}

/** Every zone has the same share of the VPC; in it the subnets follow each other in the order of their specs. */
function autoPlan(request: PlanRequest, given: readonly SubnetSpec[] | undefined, merging: boolean) {
  const { args, zones, vpcBlock } = request;
  if (vpcBlock === undefined) {
    const specs = merging ? mergeSpecs(given ?? [], DEFAULT_TYPES) : (given ?? DEFAULT_TYPES);
    return zones.flatMap((_, index) => specs.map((spec) => place(request, spec, index, undefined)));
  }
  const vpc = parseBlock(vpcBlock);
  const zoneMask = args.zoneCidrMask ?? vpc.mask + bitsFor(zones.length);
  const defaults = () => defaultSpecs(zoneMask);
  const specs = merging ? mergeSpecs(given ?? [], defaults()) : (given ?? defaults());
  if (specs.length === 0) throw new Error("subnetSpecs: the list is empty. Write at least one spec, or leave it out");

  const evenMask = zoneMask + bitsFor(specs.length);
  const needed = specs.reduce((sum, spec) => sum + sizeOf(spec.cidrMask ?? evenMask), 0);
  if (needed > sizeOf(zoneMask)) {
    throw new Error(
      `subnetSpecs: they need ${needed} addresses in each zone, a zone has ${sizeOf(zoneMask)} (/${zoneMask}). ` +
        "Make the subnets smaller, or the cidrBlock larger",
    );
  }
  return zones.flatMap((_, index) => {
    const start = blockAt(vpc.base + index * sizeOf(zoneMask), zoneMask);
    return zoneBlocks(start, specs, evenMask).map((block, nth) => {
      const spec = specs[nth] ?? { type: "Unused" as const };
      return place(request, spec, index, formatBlock(block));
    });
  });
}

function zoneBlocks(zone: Block, specs: readonly SubnetSpec[], evenMask: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const { cidrMask = evenMask } of specs) {
    const previous = blocks.at(-1);
    blocks.push(previous ? blockAfter(previous, cidrMask) : blockAt(zone.base, cidrMask));
  }
  return blocks;
}

/** Without specs: half of a zone for private subnets, a quarter for public ones, of a /16 at most. */
function defaultSpecs(zoneMask: number): readonly SubnetSpec[] {
  if (zoneMask > 26) {
    throw new Error(`subnetSpecs: without them a zone needs a /26 or more, it has a /${zoneMask}. Write the specs`);
  }
  const start = Math.max(zoneMask, 16);
  return DEFAULT_TYPES.map(({ type }, index) => ({ type, cidrMask: start + index + 1 }));
}

/** A spec without a name changes the default of its type; its own size or even share then counts, not the default's. */
function mergeSpecs(given: readonly SubnetSpec[], defaults: readonly SubnetSpec[]): readonly SubnetSpec[] {
  const changes = (spec: SubnetSpec) => spec.name === undefined && defaults.some(({ type }) => type === spec.type);
  const merged = defaults.map((spec) => given.find((each) => changes(each) && each.type === spec.type) ?? spec);
  return [...merged, ...given.filter((spec) => !changes(spec))];
}

function checked(request: PlanRequest, plan: SubnetPlan): SubnetPlan {
  const { args, vpcBlock } = request;
  const known = plan.subnets.flatMap(({ block, name }) =>
    block === undefined ? [] : [{ name, block: parseBlock(block) }],
  );
  const show = ({ name, block }: (typeof known)[number]) => `${name} ${formatBlock(block)}`;
  const colliding = known.filter((a) => known.some((b) => a !== b && overlap(a.block, b.block)));
  if (colliding.length > 0) {
    const list = colliding.map(show).join(", ");
    throw new Error(
      `subnetSpecs: these subnets overlap: ${list}. Make the cidrBlock larger, or the subnets smaller or fewer`,
    );
  }
  if (vpcBlock === undefined) return plan;
  const vpc = parseBlock(vpcBlock);
  const outside = known.filter(({ block }) => !contains(vpc, block));
  if (outside.length > 0) {
    throw new Error(
      `subnetSpecs: outside of ${vpcBlock}: ${outside.map(show).join(", ")}. Use fewer zones or smaller ones`,
    );
  }
  const gaps = args.subnetStrategy === "Exact" ? findGaps(vpc, known) : [];
  if (gaps.length > 0) {
    throw new Error(
      `subnetSpecs: Exact allows no gaps: ${gaps.join(", ")}. Add specs of type Unused there, or write Auto`,
    );
  }
  return plan;
}

function findGaps(vpc: Block, subnets: readonly { readonly name: string; readonly block: Block }[]): readonly string[] {
  const gaps: string[] = [];
  let next = vpc.base;
  for (const { name, block } of subnets) {
    if (block.base !== next) gaps.push(`before ${name} (${formatBlock(block)})`);
    next = lastOf(block) + 1;
  }
  if (next !== lastOf(vpc) + 1) gaps.push("at the end");
  return gaps;
}
