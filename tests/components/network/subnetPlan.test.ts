import { strict as assert } from "node:assert";
import { LARGEST_VPC, MAX_ZONES, planSubnets, SMALLEST_VPC } from "../../../components/network/subnetPlan";

const addresses = (mask: number): number => 2 ** (32 - mask);

describe("the subnet plan", () => {
  for (const [vpc, zone, small, large] of [
    [16, 18, 24, 20],
    [17, 19, 25, 21],
    [18, 20, 26, 22],
    [19, 21, 26, 23],
    [20, 22, 26, 24],
  ] as const)
    it(`cuts a /${vpc} into zones of /${zone}, with /${small} public and isolated and /${large} private`, () => {
      assert.deepEqual(planSubnets(vpc), { zone, public: small, private: large, isolated: small });
    });

  for (let vpc = LARGEST_VPC; vpc <= SMALLEST_VPC; vpc++)
    it(`keeps room in a /${vpc} for ${MAX_ZONES} zones, each with its three subnets`, () => {
      const plan = planSubnets(vpc);
      assert.ok(MAX_ZONES * addresses(plan.zone) <= addresses(vpc));
      // awsx puts each subnet at a multiple of the largest so far: public, then private, then isolated.
      const isolatedStart = 2 * addresses(plan.private);
      assert.ok(addresses(plan.public) <= addresses(plan.private));
      assert.ok(isolatedStart + addresses(plan.isolated) <= addresses(plan.zone));
      assert.ok(addresses(plan.public) - 5 >= 8, "AWS keeps 5 addresses and a load balancer needs 8 free ones");
    });
});
