/** An inclusive range of addresses, IPv4 or IPv6. */
export interface Range {
  readonly version: 4 | 6;
  readonly start: bigint;
  readonly end: bigint;
}

const BITS = { 4: 32n, 6: 128n } as const;

/** Addresses that no packet from the internet carries: RFC 1918, 6598, 1122, 3927, 5771 and, for IPv6, 4193, 4291. */
const NOT_INTERNET = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "224.0.0.0/3",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
].flatMap((each) => parseCidr(each) ?? []);

/**
 * From how many internet addresses on a set of ranges counts as the world: a whole /8 of IPv4 or a /16 of IPv6. No
 * partner, office or provider that one might let in owns that much, and half of the world is not a restriction.
 */
const WORLD = { 4: 1n << 24n, 6: 1n << 112n } as const;

/** Undefined if the text is no address range. A single address is a range of one. */
export function parseCidr(text: string): Range | undefined {
  const [address = "", mask, ...rest] = text.trim().split("/");
  if (rest.length > 0) return undefined;
  const version = address.includes(":") ? 6 : 4;
  const value = version === 6 ? parseIpv6(address) : parseIpv4(address);
  const bits = BITS[version];
  if (value === undefined || (mask !== undefined && !/^\d{1,3}$/.test(mask))) return undefined;
  const prefix = mask === undefined ? bits : BigInt(mask);
  if (prefix > bits) return undefined;
  const size = 1n << (bits - prefix);
  const start = value - (value % size);
  return { version, start, end: start + size - 1n };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((each) => /^\d{1,3}$/.test(each) && Number(each) < 256)) return undefined;
  return parts.reduce((value, each) => value * 256n + BigInt(each), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const embedded = parseIpv4(tail?.[2] ?? "");
  if (tail && embedded === undefined) return undefined;
  const hex =
    embedded === undefined
      ? text
      : `${tail?.[1] ?? ""}${(embedded >> 16n).toString(16)}:${(embedded & 0xffffn).toString(16)}`;
  const halves = hex.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((each) => (each === "" ? [] : each.split(":")));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...rest];
  if (!groups.every((each) => /^[0-9a-f]{1,4}$/i.test(each))) return undefined;
  return groups.reduce((value, each) => (value << 16n) + BigInt(`0x${each}`), 0n);
}

/** True if these ranges together let the internet in, however they are cut: 0.0.0.0/1 with 128.0.0.0/1 is the world. */
export function isWorld(ranges: readonly Range[]): boolean {
  return ([4, 6] as const).some((version) => {
    return publicSize(ranges.filter((each) => each.version === version)) >= WORLD[version];
  });
}

/** How many addresses of the internet these ranges hold together; all of one version. */
export function publicSize(ranges: readonly Range[]): bigint {
  return union(ranges).reduce((sum, each) => {
    const hidden = NOT_INTERNET.filter(({ version }) => version === each.version);
    return sum + size(each) - hidden.reduce((all, no) => all + overlap(each, no), 0n);
  }, 0n);
}

function union(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const each of ranges.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || each.start > last.end + 1n) merged.push(each);
    else if (each.end > last.end) merged[merged.length - 1] = { ...last, end: each.end };
  }
  return merged;
}

function size({ start, end }: Range): bigint {
  return end - start + 1n;
}

function overlap(a: Range, b: Range): bigint {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return end < start ? 0n : end - start + 1n;
}
