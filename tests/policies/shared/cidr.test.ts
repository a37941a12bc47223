import { strict as assert } from "node:assert";
import fc from "fast-check";
import { isWorld, parseCidr } from "../../../policies/shared/cidr";

const ranges = (...texts: string[]) => texts.map((each) => parseCidr(each) ?? assert.fail(each));

describe("address ranges", () => {
  for (const text of [
    "",
    "10.0.0.0/33",
    "10.0.0/8",
    "256.0.0.1",
    "1.2.3.4/",
    "1.2.3.4/8/8",
    "::/129",
    ":::",
    "1::2::3",
    "g::",
    "1:2:3",
    "1.2.3.4/-1",
    "::1.2.3.999",
  ])
    it(`refuses ${text === "" ? "an empty text" : text}`, () => {
      assert.equal(parseCidr(text), undefined);
    });

  for (const [text, start, end] of [
    ["10.1.2.3", 0x0a010203n, 0x0a010203n],
    ["10.1.2.3/8", 0x0a000000n, 0x0affffffn],
    ["::1", 1n, 1n],
    ["::/0", 0n, (1n << 128n) - 1n],
    ["::ffff:10.0.0.1", 0xffff0a000001n, 0xffff0a000001n],
    ["2001:db8::/32", 0x20010db8n << 96n, (0x20010db9n << 96n) - 1n],
  ] as const)
    it(`reads ${text}`, () => {
      const range = parseCidr(text);
      assert.deepEqual([range?.start, range?.end], [start, end]);
    });

  const world: readonly (readonly [boolean, string, readonly string[]])[] = [
    [true, "everything", ["0.0.0.0/0"]],
    [true, "everything on IPv6", ["::/0"]],
    [true, "all of the internet that is handed out on IPv6", ["2000::/3"]],
    [true, "two halves", ["0.0.0.0/1", "128.0.0.0/1"]],
    [true, "one half", ["0.0.0.0/1"]],
    [true, "a public /8", ["8.0.0.0/8"]],
    [true, "many parts that make a /8", ["8.0.0.0/9", "8.128.0.0/9"]],
    [true, "a private range widened by one bit", ["10.0.0.0/7"]],
    [false, "nothing", []],
    [false, "the private ranges", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fd00::/8"]],
    [false, "an office", ["203.0.113.0/24"]],
    [false, "a provider", ["104.16.0.0/12", "172.64.0.0/13"]],
    [false, "the same half twice is not the whole of it", ["8.0.0.0/9", "8.0.0.0/9"]],
    [false, "an organisation on IPv6", ["2001:db8::/32"]],
  ];
  for (const [expected, what, texts] of world)
    it(`${expected ? "the world" : "not the world"}: ${what}`, () => {
      assert.equal(isWorld(ranges(...texts)), expected);
    });

  it("sees the world however it is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (bits) => {
        const parts = Array.from(
          { length: 2 ** bits },
          (_, index) => `${String(index * 2 ** (8 - bits))}.0.0.0/${String(bits)}`,
        );
        return isWorld(ranges(...parts.toReversed()));
      }),
    );
  });

  it("never throws on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => parseCidr(text) === undefined || text.length > 0));
  });
});
