import * as assert from "node:assert/strict";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { WireMap } from "../../../tools/offline/providers/wire";
import { secret, UNKNOWN } from "../../../tools/offline/providers/wire";
import { stopProviders } from "./engine";
import type { Child } from "./fakeMonitor";
import { construct, names, one } from "./fakeMonitor";

const THREE: WireMap = {
  availabilityZoneNames: ["us-east-1a", "us-east-1b"],
  subnetStrategy: "Auto",
  natGateways: { strategy: "Single" },
  subnetSpecs: [{ type: "Public" }, { type: "Private" }, { type: "Isolated" }],
};

describe("the offline awsx.ec2.Vpc", () => {
  after(stopProviders);

  it("by itself has three zones, a private and a public subnet in each, and a gateway in each", async () => {
    const made = await construct({});
    assert.deepEqual(names(made, "subnet:Subnet"), [
      "net-public-1",
      "net-private-1",
      "net-public-2",
      "net-private-2",
      "net-public-3",
      "net-private-3",
    ]);
    assert.equal(one(made, "subnet:Subnet", "net-private-3").inputs["availabilityZone"], "us-east-1c");
    assert.deepEqual(names(made, "natGateway:NatGateway"), ["net-1", "net-2", "net-3"]);
    assert.equal(one(made, "vpc:Vpc", "net").inputs["cidrBlock"], "10.0.0.0/16");
    assert.equal("enableDnsHostnames" in one(made, "vpc:Vpc", "net").inputs, false);
  });

  it("takes as many zones as it is told, of the region it is told", async () => {
    const made = await construct({
      ...THREE,
      availabilityZoneNames: null,
      numberOfAvailabilityZones: 4,
      region: "eu-west-1",
    });
    assert.equal(one(made, "subnet:Subnet", "net-public-4").inputs["availabilityZone"], "eu-west-1d");
    for (const { inputs } of made.children) assert.equal(inputs["region"], "eu-west-1");
    await assert.rejects(construct({ numberOfAvailabilityZones: 5 }), /the region has 4 zones, not 5/);
    const both = { numberOfAvailabilityZones: 2, availabilityZoneNames: ["a"] };
    await assert.rejects(construct(both), /availabilityZoneNames.*numberOfAvailabilityZones/);
  });

  it("without gateways has no route from its private subnets", async () => {
    const made = await construct({ ...THREE, natGateways: { strategy: "None" } });
    assert.deepEqual(names(made, "eip:Eip"), []);
    assert.deepEqual(names(made, "route:Route"), ["net-public-1", "net-public-2"]);
    assert.deepEqual(made.outputs["natGateways"], []);
  });

  it("uses the addresses it is given, and makes none of its own", async () => {
    const natGateways = { strategy: "OnePerAz", elasticIpAllocationIds: ["eipalloc-1", UNKNOWN] };
    const made = await construct({ ...THREE, natGateways });
    assert.deepEqual(names(made, "eip:Eip"), []);
    assert.equal(one(made, "natGateway:NatGateway", "net-1").inputs["allocationId"], "eipalloc-1");
    assert.equal(one(made, "natGateway:NatGateway", "net-2").inputs["allocationId"], UNKNOWN);
    assert.equal(one(made, "route:Route", "net-private-2").inputs["natGatewayId"], "ref:NatGateway/net-2");
  });

  const natRefusals: readonly (readonly [string, WireMap, RegExp])[] = [
    ["addresses without gateways", { natGateways: { strategy: "None", elasticIpAllocationIds: ["a"] } }, /no gateways/],
    [
      "two addresses for one",
      { natGateways: { strategy: "Single", elasticIpAllocationIds: ["a", "b"] } },
      /needs one address/,
    ],
    [
      "one address for two zones",
      { natGateways: { strategy: "OnePerAz", elasticIpAllocationIds: ["a"] } },
      /for 2 zones/,
    ],
    ["gateways without public subnets", { subnetSpecs: [{ type: "Private" }] }, /needs public subnets/],
    [
      "an unknown strategy",
      { natGateways: { strategy: "Both" } },
      /strategy: Both is not one of None, Single, OnePerAz/,
    ],
    ["an unknown type", { subnetSpecs: [{ type: "Hidden" }] }, /type: Hidden is not one of Public/],
    ["a range that is no range", { cidrBlock: "10.0.0.0" }, /"10\.0\.0\.0" is not an IPv4 range/],
    ["a range that is not known", { cidrBlock: UNKNOWN }, /cidrBlock: it must be known/],
    [
      "both ways to size from a pool",
      { cidrBlock: "10.0.0.0/16", ipv4NetmaskLength: 20, ipv4IpamPoolId: "p" },
      /one of the two/,
    ],
    ["no way to size from a pool", { ipv4IpamPoolId: "p" }, /one of the two/],
  ];
  for (const [what, args, words] of natRefusals)
    it(`refuses ${what}, before it makes anything`, async () => {
      const registered: Child[] = [];
      await assert.rejects(construct({ ...THREE, ...args }, { registered }), words);
      assert.deepEqual(
        registered.map(({ type }) => type),
        ["awsx:ec2:Vpc"],
      );
    });

  it("leaves no subnet for Unused specs, but their room", async () => {
    const specs = [
      { type: "Public", cidrMask: 24 },
      { type: "Unused", cidrMask: 24 },
      { type: "Private", cidrMask: 24 },
    ];
    const made = await construct({ ...THREE, subnetSpecs: specs });
    assert.deepEqual(names(made, "subnet:Subnet").slice(0, 2), ["net-public-1", "net-private-1"]);
    assert.equal(one(made, "subnet:Subnet", "net-private-1").inputs["cidrBlock"], "10.0.2.0/24");
    assert.equal(made.outputs["subnetLayout"][1].type, "Unused");
  });

  it("tags everything with the VPC's tags, and subnets with their spec's", async () => {
    const specs = [{ type: "Public", tags: { tier: "edge", Owner: "web" } }, { type: "Private" }];
    const made = await construct({ ...THREE, subnetSpecs: specs, tags: { Owner: "ops" } });
    assert.deepEqual(one(made, "subnet:Subnet", "net-public-1").inputs["tags"], {
      Name: "net-public-1",
      SubnetType: "Public",
      tier: "edge",
      Owner: "web",
    });
    assert.deepEqual(one(made, "routeTable:RouteTable", "net-public-1").inputs["tags"], {
      Name: "net-public-1",
      SubnetType: "Public",
      Owner: "ops",
    });
    assert.deepEqual(one(made, "eip:Eip", "net-1").inputs["tags"], { Name: "net-1", Owner: "ops" });
  });

  it("hands secret and unknown tags down, with what they come from", async () => {
    const from = "urn:pulumi:test::telehealth::aws:kms/key:Key::k";
    const made = await construct({ ...THREE, tags: secret({ a: "b" }) }, { inputDependencies: { tags: [from] } });
    assert.deepEqual(
      one(made, "internetGateway:InternetGateway", "net").inputs["tags"],
      secret({ Name: "net", a: "b" }),
    );
    assert.deepEqual(one(made, "internetGateway:InternetGateway", "net").propertyDependencies["tags"], ["Key/k"]);
    const unknown = await construct({ ...THREE, tags: UNKNOWN });
    assert.equal(one(unknown, "subnet:Subnet", "net-public-1").inputs["tags"], UNKNOWN);
  });

  it("names subnets after their zone in the Name tag only", async () => {
    const made = await construct({ ...THREE, subnetNameTagStrategy: "AvailabilityZone" });
    assert.equal(one(made, "subnet:Subnet", "net-public-2").inputs["tags"].Name, "net-public-1b");
    const twins = {
      ...THREE,
      subnetNameTagStrategy: "AvailabilityZone",
      availabilityZoneNames: ["us-east-1a", "us-west-1a"],
    };
    await assert.rejects(construct(twins), /cannot tell us-west-1a/);
  });

  it("hands the VPC's own settings to the VPC", async () => {
    const settings = { enableDnsHostnames: true, enableDnsSupport: UNKNOWN, instanceTenancy: "dedicated" };
    const { inputs } = one(await construct({ ...THREE, ...settings }), "vpc:Vpc", "net");
    for (const [key, value] of Object.entries(settings)) assert.equal(inputs[key], value, key);
    assert.equal("natGateways" in inputs || "subnetSpecs" in inputs, false);
  });

  it("counts IPv6 ranges over all zones when it is asked for them", async () => {
    const options = { outputs: { "aws:ec2/vpc:Vpc": { ipv6CidrBlock: "2600:1f18:ab:cd00::/56" } } };
    const made = await construct({ ...THREE, assignGeneratedIpv6CidrBlock: true }, options);
    const block = (name: string) => one(made, "subnet:Subnet", name).inputs["ipv6CidrBlock"];
    assert.deepEqual(["net-public-1", "net-public-2", "net-private-1", "net-isolated-2"].map(block), [
      "2600:1f18:ab:cd00::/64",
      "2600:1f18:ab:cd01::/64",
      "2600:1f18:ab:cd02::/64",
      "2600:1f18:ab:cd05::/64",
    ]);
    await assert.rejects(
      construct({
        ...THREE,
        subnetSpecs: [{ type: "Public", assignIpv6AddressOnCreation: true }, { type: "Private" }],
      }),
      /no IPv6 \/56/,
    );
  });

  it("takes its range out of a pool, and plans the subnets once it is known", async () => {
    const args = { ...THREE, ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 20 };
    const options = { outputs: { "aws:ec2/vpc:Vpc": { cidrBlock: "10.32.16.0/20" } } };
    const made = await construct(args, options);
    assert.equal("cidrBlock" in one(made, "vpc:Vpc", "net").inputs, false);
    assert.equal(one(made, "subnet:Subnet", "net-public-2").inputs["cidrBlock"], "10.32.24.0/23");
    const preview = await construct(args, { dryRun: true });
    assert.equal(one(preview, "subnet:Subnet", "net-public-2").inputs["cidrBlock"], UNKNOWN);
  });

  it("in a preview refers to what is not known yet as unknown", async () => {
    const made = await construct(THREE, { dryRun: true });
    assert.equal(one(made, "subnet:Subnet", "net-public-1").inputs["vpcId"], UNKNOWN);
    assert.equal(one(made, "natGateway:NatGateway", "net-1").inputs["allocationId"], UNKNOWN);
    assert.deepEqual(made.outputs["publicSubnetIds"], [UNKNOWN, UNKNOWN]);
    assert.equal(made.outputs["vpc"].id, "");
    assert.match(made.outputs["vpc"].urn, /aws:ec2\/vpc:Vpc::net$/);
  });

  it("says which resources each output comes from", async () => {
    const { outputDependencies } = await construct(THREE);
    assert.deepEqual(outputDependencies["vpcId"], ["Vpc/net"]);
    assert.deepEqual(outputDependencies["isolatedSubnetIds"], ["Subnet/net-isolated-1", "Subnet/net-isolated-2"]);
  });

  it("gives its provider to all children, and its options to itself", async () => {
    const reference = "urn:pulumi:test::telehealth::pulumi:providers:aws::main::id";
    const made = await construct(THREE, {
      prepare: (request: ConstructRequest) => {
        request.getProvidersMap().set("aws", reference);
        request.setProtect(true);
        request.setDependenciesList(["urn:pulumi:test::telehealth::aws:kms/key:Key::k"]);
        request.setIgnorechangesList(["tags"]);
      },
    });
    for (const child of made.children) assert.equal(child.provider, reference);
    const { request, dependsOn, inputs } = made.component;
    assert.equal(request.getProvidersMap().get("aws"), reference);
    assert.equal(request.getProtect(), true);
    assert.deepEqual(request.getIgnorechangesList(), ["tags"]);
    assert.deepEqual(dependsOn, ["Key/k"]);
    assert.deepEqual(inputs, THREE);
  });

  it("refuses every other component, and says what to build it of", async () => {
    await assert.rejects(
      construct({}, { type: "awsx:lb:ApplicationLoadBalancer" }),
      /only awsx:ec2:Vpc, not awsx:lb:ApplicationLoadBalancer.*@pulumi\/aws/,
    );
  });
});
