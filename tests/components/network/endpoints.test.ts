import { strict as assert } from "node:assert";
import { InterfaceEndpoints, type InterfaceEndpointsArgs } from "../../../components/network/endpoints";
import { deploy } from "../../harness";

const endpoints = (services: InterfaceEndpointsArgs["services"]) =>
  deploy(
    (opts) =>
      new InterfaceEndpoints(
        "doors",
        {
          services,
          placement: { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] },
          cidrBlock: "10.0.0.0/16",
          region: "us-east-1",
        },
        opts,
      ),
  );

const TASK_START = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"];

describe("the interface endpoints", () => {
  for (const [choice, services] of [
    ["minimal", TASK_START],
    ["full", [...TASK_START, "kms", "ssm", "ssmmessages", "sts"]],
  ] as const)
    it(`of the ${choice} choice answer for ${services.join(", ")}`, async () => {
      const found = (await endpoints(choice)).all("ec2/vpcEndpoint:VpcEndpoint");
      assert.deepEqual(
        found.map(({ inputs }) => inputs["serviceName"]).sort(),
        services.map((service) => `com.amazonaws.us-east-1.${service}`).sort(),
      );
    });

  it("keep the services' public names, so that no client needs to know", async () => {
    for (const { inputs } of (await endpoints("full")).all("ec2/vpcEndpoint:VpcEndpoint")) {
      assert.equal(inputs["vpcEndpointType"], "Interface");
      assert.equal(inputs["privateDnsEnabled"], true);
      assert.deepEqual(inputs["subnetIds"], ["subnet-1", "subnet-2"]);
      assert.deepEqual(inputs["securityGroupIds"], ["doors-callers-id"]);
    }
  });

  it("let in HTTPS from the VPC and nothing else", async () => {
    const deployed = await endpoints("minimal");
    const group = deployed.one("ec2/securityGroup:SecurityGroup");
    assert.equal(group.inputs["ingress"], undefined, "rules inside the group would fight the rule beside it");
    assert.equal(group.inputs["egress"], undefined);
    const { description, ...rule } = deployed.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs;
    assert.ok(description);
    assert.deepEqual(rule, {
      securityGroupId: "doors-callers-id",
      cidrIpv4: "10.0.0.0/16",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
  });
});
