/** An IPv4 range: the number of its first address and how many leading bits are fixed. */
export interface Cidr {
  readonly first: number;
  readonly prefix: number;
}

const OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const FORM = new RegExp(`^(${OCTET}\\.){3}${OCTET}/(3[0-2]|[12]?\\d)$`);

/** How many addresses the range holds. */
const size = ({ prefix }: Cidr): number => 2 ** (32 - prefix);

/**
 * Reads `10.0.0.0/16`. Undefined for anything AWS refuses or silently rewrites: spaces, leading zeros, IPv6, and an
 * address inside the range instead of its first one (`10.0.0.5/16`).
 */
export function parseCidr(text: string): Cidr | undefined {
  if (!FORM.test(text)) return undefined;
  const [address = "", length = ""] = text.split("/");
  const first = address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
  const cidr = { first, prefix: Number(length) };
  return first % size(cidr) === 0 ? cidr : undefined;
}

/** Whether every address of `inner` is in `outer`. A range contains itself. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return inner.first >= outer.first && inner.first + size(inner) <= outer.first + size(outer);
}
