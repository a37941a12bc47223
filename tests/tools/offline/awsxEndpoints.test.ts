import * as assert from "node:assert/strict";
import type { WireMap } from "../../../tools/offline/providers/wire";
import { stopProviders } from "./engine";
import { construct, one } from "./fakeMonitor";

const THREE: WireMap = {
  availabilityZoneNames: ["us-east-1a", "us-east-1b"],
  subnetStrategy: "Auto",
  natGateways: { strategy: "Single" },
  subnetSpecs: [{ type: "Public" }, { type: "Private" }, { type: "Isolated" }],
};

describe("the endpoints of the offline awsx.ec2.Vpc", () => {
  after(stopProviders);
  const s3 = { serviceName: "com.amazonaws.us-east-1.s3" };
  const logs = { serviceName: "com.amazonaws.us-east-1.logs", vpcEndpointType: "Interface" };

  it("are as their specs say, under strategy Legacy", async () => {
    const made = await construct({
      ...THREE,
      vpcEndpointSpecs: [{ ...s3, routeTableIds: ["rtb-1"], tags: { a: "b" } }],
    });
    const { inputs, parent } = one(made, "vpcEndpoint:VpcEndpoint", s3.serviceName);
    assert.equal(parent, "Vpc/net");
    assert.deepEqual(inputs, {
      ...s3,
      routeTableIds: ["rtb-1"],
      tags: { Name: "net", a: "b" },
      vpcId: "ref:Vpc/net",
    });
  });

  it("get the VPC's tables, subnets, security and DNS under strategy Auto", async () => {
    const made = await construct({ ...THREE, vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [s3, logs] });
    const gateway = one(made, "vpcEndpoint:VpcEndpoint", s3.serviceName).inputs;
    assert.equal(gateway["routeTableIds"].length, 6);
    const endpoint = one(made, "vpcEndpoint:VpcEndpoint", logs.serviceName);
    assert.deepEqual(endpoint.inputs["subnetIds"], ["ref:Subnet/net-private-1", "ref:Subnet/net-private-2"]);
    assert.deepEqual(endpoint.inputs["securityGroupIds"], [`ref:SecurityGroup/${logs.serviceName}-sg`]);
    assert.equal(endpoint.inputs["privateDnsEnabled"], true);
    assert.deepEqual(
      one(made, "securityGroupRule:SecurityGroupRule", `${logs.serviceName}-ingress`).inputs["cidrBlocks"],
      ["10.0.0.0/16"],
    );
    const vpc = one(made, "vpc:Vpc", "net").inputs;
    assert.deepEqual([vpc["enableDnsHostnames"], vpc["enableDnsSupport"]], [true, true]);
  });

  it("with private DNS are refused in a VPC without DNS", async () => {
    const args = { ...THREE, vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [logs], enableDnsSupport: false };
    await assert.rejects(construct(args), /enableDnsSupport: interface endpoints with private DNS need it/);
  });
});
