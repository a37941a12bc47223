import type { SubnetSpec, SubnetType } from "./args";
import type { Block } from "./cidr";
import { bitsFor, blockAfter, blockAt, overlap, sizeOf } from "./cidr";

/** Where the Legacy strategy puts a subnet. */
interface LegacyBlock {
  readonly spec: SubnetSpec;
  readonly zoneIndex: number;
  readonly block: Block;
}

/** The order in a zone, and the mask that a subnet without one has at least. */
const ORDER: readonly (readonly [SubnetType, number])[] = [
  ["Private", 19],
  ["Public", 20],
  ["Isolated", 24],
];

/**
 * The layout of awsx before there were strategies: private, public, isolated. Each kind counts from where the kind before
 * it ended, in steps of its own size; a subnet that would overlap the one before it moves on to the next free block.
 */
export function legacyBlocks(vpc: Block, zoneCount: number, specs?: readonly SubnetSpec[]): readonly LegacyBlock[] {
  const zoneMask = vpc.mask + bitsFor(zoneCount);
  const zones = Array.from({ length: zoneCount }, (_, index) => vpc.base + index * sizeOf(zoneMask));
  if (specs === undefined) return defaultBlocks(zones, zoneMask);
  return zones.flatMap((base, zoneIndex) =>
    zoneBlocks({ base, mask: zoneMask }, specs).map((placed) => ({ ...placed, zoneIndex })),
  );
}

/** Legacy writes some blocks from where it counts, 10.0.1.128/24 say, which AWS takes for the block that lies around. */
const aligned = ({ base, mask }: Block) => blockAt(base, mask);

function zoneBlocks(zone: Block, specs: readonly SubnetSpec[]) {
  const placed: { readonly spec: SubnetSpec; readonly block: Block }[] = [];
  // A single spec may have the whole zone; several share it.
  const shareMask = zone.mask + (specs.length === 1 ? 0 : 1);
  for (const [kind, usualMask] of ORDER) {
    const before = placed.at(-1)?.block;
    const start = before ? before.base + sizeOf(before.mask) : zone.base;
    for (const [index, spec] of specs.filter(({ type }) => type === kind).entries()) {
      const mask = spec.cidrMask ?? Math.max(shareMask, usualMask);
      if (mask > 32) throw new Error(`subnetSpecs: there is no room for a /${mask}. Make the cidrBlock larger`);
      const wanted = { base: start + index * sizeOf(mask), mask };
      const last = placed.at(-1)?.block ?? { base: zone.base - 1, mask: 32 };
      const collides = overlap(aligned(last), aligned(wanted));
      placed.push({ spec, block: collides ? blockAfter(aligned(last), mask) : wanted });
    }
  }
  return placed;
}

/** Without specs: half of a zone private, the quarter after it public; all private ones are listed first. */
function defaultBlocks(zones: readonly number[], zoneMask: number): readonly LegacyBlock[] {
  const privates = zones.map((base) => ({ base, mask: zoneMask + 1 }));
  const listed = (type: SubnetType, blocks: readonly Block[]) =>
    blocks.map((block, zoneIndex) => ({ spec: { type }, zoneIndex, block }));
  const publics = privates.map((half) => blockAfter(half, zoneMask + 2));
  return [...listed("Private", privates), ...listed("Public", publics)];
}
