import { strict as assert } from "node:assert";
import { type FargateCpu, memoryFix } from "../../../components/compute/fargateSizes";

describe("the sizes of Fargate", () => {
  const offered: [FargateCpu, number][] = [
    [256, 512],
    [256, 2048],
    [512, 1024],
    [512, 4096],
    [1024, 8192],
    [2048, 16384],
    [4096, 30720],
    [8192, 16384],
    [8192, 61440],
    [16384, 32768],
    [16384, 122880],
  ];
  for (const [cpu, memory] of offered)
    it(`has ${memory} MiB with ${cpu} CPU units`, () => {
      assert.equal(memoryFix(cpu, memory), undefined);
    });

  const missing: [FargateCpu, number, string][] = [
    [256, 4096, "more than the most"],
    [512, 512, "less than the least"],
    [1024, 2500, "between two steps"],
    [8192, 17408, "a step of 1 GiB where AWS takes 4"],
    [16384, 36864, "a step of 4 GiB where AWS takes 8"],
    [4096, 0, "nothing"],
  ];
  for (const [cpu, memory, why] of missing)
    it(`has not ${why}: ${memory} MiB with ${cpu}`, () => {
      assert.match(memoryFix(cpu, memory) ?? "", new RegExp(`^With cpu ${cpu} use one of \\d`));
    });
});
