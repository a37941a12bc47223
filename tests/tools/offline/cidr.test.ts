import * as assert from "node:assert/strict";
import { blockAfter, formatBlock, parseBlock } from "../../../tools/offline/providers/awsx/cidr";

describe("a block of addresses", () => {
  it("is written as it is read, without what lies beyond its prefix", () => {
    for (const text of ["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "192.168.4.0/22"])
      assert.equal(formatBlock(parseBlock(text)), text);
    assert.equal(formatBlock(parseBlock("10.0.1.128/24")), "10.0.1.0/24");
    assert.equal(formatBlock(blockAfter(parseBlock("10.0.0.0/24"), 20)), "10.0.16.0/20");
  });

  it("is refused when it is none", () => {
    for (const text of ["", "10.0.0.0", "10.0.0/8", "10.0.0.256/24", "10.0.0.0/33", "fd00::/8", "a10.0.0.0/8"])
      assert.throws(() => parseBlock(text), /is not an IPv4 range/);
  });
});
