/** A range of IPv4 addresses: the first address as a number, and the length of the prefix. */
export interface Block {
  readonly base: number;
  readonly mask: number;
}

const ADDRESS_BITS = 32;

export const sizeOf = (mask: number): number => 2 ** (ADDRESS_BITS - mask);

/** The block of this size that an address lies in. */
export const blockAt = (address: number, mask: number): Block => ({
  base: Math.floor(address / sizeOf(mask)) * sizeOf(mask),
  mask,
});

export const lastOf = ({ base, mask }: Block): number => base + sizeOf(mask) - 1;

/** The first block of a size that begins after another block ends. Blocks begin at multiples of their size. */
export const blockAfter = (block: Block, mask: number): Block => blockAt(lastOf(block) + sizeOf(mask), mask);

export const overlap = (a: Block, b: Block): boolean => a.base <= lastOf(b) && b.base <= lastOf(a);

export const contains = (outer: Block, inner: Block): boolean =>
  outer.base <= inner.base && lastOf(inner) <= lastOf(outer);

/** Bits that tell `count` blocks apart. */
export const bitsFor = (count: number): number => (count < 1 ? 0 : Math.ceil(Math.log2(count)));

export function formatBlock({ base, mask }: Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
  return `${bytes.join(".")}/${mask}`;
}

/** Reads `10.0.0.0/16`. Bits beyond the prefix are dropped, as AWS does. */
export function parseBlock(text: string): Block {
  const [, address = "", prefix = ""] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
  const bytes = address.split(".").map(Number);
  const mask = Number(prefix);
  if (address === "" || bytes.some((byte) => byte > 255) || mask > ADDRESS_BITS) {
    throw new Error(`"${text}" is not an IPv4 range. Write one like 10.0.0.0/16`);
  }
  return blockAt(
    bytes.reduce((sum, byte) => sum * 256 + byte, 0),
    mask,
  );
}
