import { strict as assert } from "node:assert";
import { type Cidr, contains, parseCidr } from "../../../components/shared/cidr";

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  assert.ok(parsed, `${text} should parse`);
  return parsed;
}

describe("an IPv4 range", () => {
  for (const [text, first, prefix] of [
    ["10.0.0.0/16", 167772160, 16],
    ["255.255.255.255/32", 4294967295, 32],
    ["192.168.1.128/25", 3232235904, 25],
    ["0.0.0.0/0", 0, 0],
  ] as const)
    it(`is read from ${text}`, () => {
      assert.deepEqual(parseCidr(text), { first, prefix });
    });

  for (const [what, text] of [
    ["host bits", "10.0.0.5/16"],
    ["a host bit beyond the sign bit", "192.168.1.129/25"],
    ["no prefix", "10.0.0.0"],
    ["a prefix over 32", "10.0.0.0/33"],
    ["an octet over 255", "10.256.0.0/16"],
    ["three octets", "10.0.0/16"],
    ["a leading zero in an octet", "010.0.0.0/16"],
    ["a leading zero in the prefix", "10.0.0.0/08"],
    ["a space", "10.0.0.0/16 "],
    ["a line feed", "10.0.0.0/16\n"],
    ["IPv6", "2001:db8::/32"],
    ["nothing", ""],
  ] as const)
    it(`is not read from ${what}`, () => {
      assert.equal(parseCidr(text), undefined);
    });

  for (const [outer, inner, holds] of [
    ["10.0.0.0/16", "10.0.255.0/24", true],
    ["10.0.0.0/16", "10.0.0.0/16", true],
    ["10.0.0.0/16", "10.1.0.0/24", false],
    ["10.0.1.0/24", "10.0.0.0/16", false],
    ["10.1.0.0/16", "10.0.255.0/24", false],
  ] as const)
    it(`${holds ? "contains" : "does not contain"}: ${outer}, ${inner}`, () => {
      assert.equal(contains(cidr(outer), cidr(inner)), holds);
    });
});
