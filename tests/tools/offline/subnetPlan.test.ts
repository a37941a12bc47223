import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import type { SubnetSpec, VpcArgs } from "../../../tools/offline/providers/awsx/args";
import { readArgs } from "../../../tools/offline/providers/awsx/args";
import { contains, formatBlock, overlap, parseBlock } from "../../../tools/offline/providers/awsx/cidr";
import { layoutOf } from "../../../tools/offline/providers/awsx/layout";
import { planSubnets } from "../../../tools/offline/providers/awsx/subnetPlan";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"];

function plan(cidrBlock: string, zones: number, inputs: object, specs?: readonly SubnetSpec[]) {
  const args: VpcArgs = { ...readArgs({ subnetStrategy: "Auto", ...inputs }), subnetSpecs: specs };
  return planSubnets({ vpcName: "net", args, zones: ZONES.slice(0, zones), vpcBlock: cidrBlock });
}
const blocks = (made: ReturnType<typeof plan>) => made.subnets.map(({ block }) => block);
const types = fc.constantFrom("Public", "Private", "Isolated", "Unused");
const named = (specs: readonly Omit<SubnetSpec, "name">[]): SubnetSpec[] =>
  specs.map((spec, index) => ({ ...spec, name: `s${index}` }));

/** Any VPC, any number of zones, any specs: some fit, some do not. */
const layouts = fc.record({
  vpcMask: fc.integer({ min: 16, max: 24 }),
  second: fc.integer({ min: 0, max: 255 }),
  zones: fc.integer({ min: 1, max: 4 }),
  specs: fc
    .array(fc.record({ type: types, cidrMask: fc.option(fc.integer({ min: 17, max: 28 }), { nil: undefined }) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => named(all.map(({ type, cidrMask }) => (cidrMask === undefined ? { type } : { type, cidrMask })))),
});

describe("the subnet plan of the offline awsx", () => {
  for (const subnetStrategy of ["Auto", "Legacy"]) {
    it(`of ${subnetStrategy} lies in the VPC, overlaps nowhere and keeps every mask, or is refused with advice`, () => {
      let planned = 0;
      fc.assert(
        fc.property(layouts, ({ vpcMask, second, zones, specs }) => {
          const vpc = formatBlock(parseBlock(`10.${second}.0.0/${vpcMask}`));
          let made: ReturnType<typeof plan>;
          try {
            made = plan(vpc, zones, { subnetStrategy }, specs);
          } catch (error) {
            assert.match(String(error), /subnetSpecs: .*(Make|Use|Write)/);
            return;
          }
          planned++;
          const all = made.subnets.map(({ block }) => parseBlock(block ?? ""));
          for (const [index, block] of all.entries()) {
            assert.ok(contains(parseBlock(vpc), block));
            assert.ok(all.every((other, nth) => nth === index || !overlap(block, other)));
            const mask = made.subnets[index]?.spec.cidrMask;
            if (mask !== undefined) assert.equal(block.mask, mask);
          }
        }),
        { numRuns: 500, seed: 1 },
      );
      assert.ok(planned > 50, `only ${planned} of 500 layouts were possible`);
    });
  }

  it("of Auto follows the order of the specs in every zone, and shares zones evenly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(types, { minLength: 1, maxLength: 4 }), (zones, kinds) => {
        const made = plan("10.0.0.0/16", zones, {}, named(kinds.map((type) => ({ type }))));
        const bases = made.subnets.map(({ block }) => parseBlock(block ?? "").base);
        assert.deepEqual(
          bases,
          [...bases].sort((a, b) => a - b),
        );
        assert.deepEqual(
          made.subnets.map(({ type }) => type),
          Array.from({ length: zones }, () => kinds).flat(),
        );
        assert.equal(new Set(made.subnets.map(({ block }) => parseBlock(block ?? "").mask)).size, 1);
      }),
    );
  });

  it("of Auto leaves a gap before a subnet that is wider than the one before it", () => {
    const specs: SubnetSpec[] = [
      { type: "Public", cidrMask: 24 },
      { type: "Private", cidrMask: 20 },
    ];
    assert.deepEqual(blocks(plan("10.0.0.0/16", 1, {}, specs)), ["10.0.0.0/24", "10.0.16.0/20"]);
  });

  it("keeps room for zones to come when availabilityZoneCidrMask says so", () => {
    const specs: SubnetSpec[] = [{ type: "Public", cidrMask: 24 }];
    assert.deepEqual(blocks(plan("10.0.0.0/16", 2, { availabilityZoneCidrMask: 18 }, specs)), [
      "10.0.0.0/24",
      "10.0.64.0/24",
    ]);
    assert.throws(() => plan("10.0.0.0/24", 4, { availabilityZoneCidrMask: 25 }, specs), /subnetSpecs/);
    assert.throws(
      () => plan("10.0.0.0/16", 4, { availabilityZoneCidrMask: 17 }, specs),
      /outside of 10\.0\.0\.0\/16: net-public-3 10\.1\.0\.0\/24/,
    );
  });

  it("without specs is half private and a quarter public, in the order that each strategy has", () => {
    assert.deepEqual(blocks(plan("10.0.0.0/16", 2, {})), [
      "10.0.0.0/18",
      "10.0.64.0/19",
      "10.0.128.0/18",
      "10.0.192.0/19",
    ]);
    const legacy = plan("10.0.0.0/16", 2, { subnetStrategy: "Legacy" });
    assert.deepEqual(blocks(legacy), ["10.0.0.0/18", "10.0.128.0/18", "10.0.64.0/19", "10.0.192.0/19"]);
    assert.throws(() => plan("10.0.0.0/26", 2, {}), /a zone needs a \/26/);
  });

  const legacyCases: readonly (readonly [string, string, readonly string[]])[] = [
    ["10.0.0.0/16", "Private Public Isolated", ["10.0.0.0/19", "10.0.32.0/20", "10.0.48.0/24"]],
    ["10.0.0.0/19", "Private Public Isolated", ["10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/24"]],
    ["10.0.0.0/18", "Isolated/22 Public/21", ["10.0.0.0/21", "10.0.8.0/22"]],
    ["10.0.0.0/16", "Isolated/22 Private/21 Private/18", ["10.0.0.0/21", "10.0.64.0/18", "10.0.128.0/22"]],
    ["10.0.0.0/16", "Isolated/27 Public/27 Isolated/17", ["10.0.0.0/27", "10.0.0.32/27", "10.0.128.32/17"]],
    ["10.0.0.0/17", "Private/25 Public/27 Public/24", ["10.0.0.0/25", "10.0.0.128/27", "10.0.1.128/24"]],
    [
      "10.0.0.0/18",
      "Private/25 Private/21 Isolated/25 Public/24 Public/21",
      ["10.0.0.0/25", "10.0.8.0/21", "10.0.16.0/24", "10.0.24.0/21", "10.0.32.0/25"],
    ],
    ["10.0.0.0/17", "Public/27 Private/18 Public/19", ["10.0.0.0/18", "10.0.64.0/27", "10.0.96.0/19"]],
  ];
  for (const [vpc, specs, expected] of legacyCases) {
    it(`of Legacy puts ${specs} into ${vpc} where awsx puts them`, () => {
      const parsed = specs.split(" ").map((spec, index): SubnetSpec => {
        const [type, mask] = spec.split("/");
        return { type: type as SubnetSpec["type"], name: `s${index}`, ...(mask ? { cidrMask: Number(mask) } : {}) };
      });
      const attempt = () => blocks(plan(vpc, 1, { subnetStrategy: "Legacy" }, parsed));
      if (vpc === "10.0.0.0/19") assert.throws(attempt, /outside of 10\.0\.0\.0\/19/);
      else assert.deepEqual(attempt(), expected);
    });
  }

  it("of AutoMerge changes the defaults by type and adds what has a name", () => {
    const specs: SubnetSpec[] = [
      { type: "Public", cidrMask: 24, tags: { a: "b" } },
      { type: "Isolated", name: "db", cidrMask: 24 },
    ];
    const made = plan("10.0.0.0/16", 1, { subnetStrategy: "AutoMerge" }, specs);
    assert.deepEqual(
      made.subnets.map(({ name, block }) => `${name} ${block}`),
      ["net-private-1 10.0.0.0/17", "net-public-1 10.0.128.0/24", "net-db-1 10.0.129.0/24"],
    );
    assert.deepEqual(made.subnets[1]?.spec.tags, { a: "b" });
  });

  it("of Exact wants all of the VPC accounted for", () => {
    const exact = { subnetStrategy: "Exact" };
    const half: SubnetSpec = { type: "Private", cidrMask: 17 };
    assert.throws(() => plan("10.0.0.0/16", 1, exact, [half]), /gaps: at the end.*Unused/);
    assert.equal(plan("10.0.0.0/16", 1, exact, [half, { type: "Unused", cidrMask: 17 }]).subnets.length, 2);
    const wider: SubnetSpec[] = [
      { type: "Public", cidrMask: 24 },
      { type: "Private", cidrMask: 17 },
    ];
    assert.throws(() => plan("10.0.0.0/16", 1, exact, wider), /gaps: before net-private-1/);
  });

  it("takes explicit blocks as they are, one per zone", () => {
    const spec: SubnetSpec = { type: "Private", cidrBlocks: ["10.0.8.0/24", "10.0.4.0/24"] };
    assert.deepEqual(blocks(plan("10.0.0.0/16", 2, {}, [spec])), ["10.0.8.0/24", "10.0.4.0/24"]);
    const twice: SubnetSpec[] = [spec, { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.8.0/23"] }];
    assert.throws(() => plan("10.0.0.0/16", 2, {}, twice), /overlap: net-private-1 10\.0\.8\.0\/24, net-public-2/);
  });

  it("is not made while the VPC's range comes from a pool and is not known", () => {
    const args = { ...readArgs({ subnetStrategy: "Auto" }), subnetSpecs: [{ type: "Private" as const }] };
    const made = planSubnets({ vpcName: "net", args, zones: ZONES.slice(0, 2), vpcBlock: undefined });
    assert.deepEqual(
      made.subnets.map(({ name, block }) => [name, block]),
      [
        ["net-private-1", undefined],
        ["net-private-2", undefined],
      ],
    );
    const legacy = { ...args, subnetStrategy: "Legacy" as const };
    assert.throws(
      () => planSubnets({ vpcName: "net", args: legacy, zones: ZONES, vpcBlock: undefined }),
      /Legacy needs a cidrBlock of its own/,
    );
  });

  const refusals: readonly (readonly [string, readonly SubnetSpec[], RegExp])[] = [
    ["two specs of a type without names", [{ type: "Private" }, { type: "Private" }], /two specs of type Private/],
    [
      "two specs of a type with one name",
      [
        { type: "Private", name: "a" },
        { type: "Private", name: "a" },
      ],
      /are named a/,
    ],
    ["a size that is no power of two", [{ type: "Private", size: 100 }], /size 100 is not a power of two/],
    ["a size that contradicts the mask", [{ type: "Private", size: 256, cidrMask: 25 }], /contradict each other/],
    [
      "blocks for some specs only",
      [{ type: "Private", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }, { type: "Public" }],
      /for all or for none/,
    ],
    ["too few blocks", [{ type: "Private", cidrBlocks: ["10.0.0.0/24"] }], /1 cidrBlocks for 2 zones/],
    ["subnets that do not fit", [{ type: "Private", cidrMask: 16 }], /they need 65536 addresses in each zone/],
    ["no spec at all", [], /the list is empty/],
  ];
  for (const [what, specs, words] of refusals)
    it(`refuses ${what}`, () => {
      assert.throws(() => plan("10.0.0.0/16", 2, {}, specs), words);
    });

  it("reads a size as its mask", () => {
    assert.deepEqual(blocks(plan("10.0.0.0/16", 1, {}, [{ type: "Private", size: 256 }])), ["10.0.0.0/24"]);
  });
});

describe("the subnetLayout of the offline awsx", () => {
  it("of a Legacy plan in ascending order lays out the same subnets when it is given to Auto", () => {
    fc.assert(
      fc.property(layouts, ({ vpcMask, specs }) => {
        const vpc = `10.0.0.0/${vpcMask}`;
        let legacy: ReturnType<typeof plan>;
        try {
          legacy = plan(vpc, 1, { subnetStrategy: "Legacy" }, specs);
        } catch {
          return;
        }
        const bases = legacy.subnets.map(({ block }) => parseBlock(block ?? "").base);
        // Auto cannot go back to a gap, as Legacy sometimes does.
        if (bases.length === 0 || bases.some((base, index) => base < (bases[index - 1] ?? 0))) return;
        const layout = layoutOf(legacy, 1) as unknown as SubnetSpec[];
        const auto = plan(vpc, 1, {}, named(layout));
        const used = auto.subnets.filter(({ type }) => type !== "Unused");
        const normal = (block: string | undefined) => formatBlock(parseBlock(block ?? ""));
        assert.deepEqual(
          used.map(({ block }) => normal(block)),
          legacy.subnets.map(({ block }) => normal(block)),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
