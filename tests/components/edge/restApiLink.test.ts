import { strict as assert } from "node:assert";
import { RestApiLink } from "../../../components/edge/restApiLink";
import { deploy, promiseOf } from "../../harness";

const link = () =>
  deploy(
    (opts) => new RestApiLink("api", { placement: { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] } }, opts),
  );

describe("RestApiLink", () => {
  it("is a VPC link V2 in the given subnets, in a group of its own", async () => {
    const deployed = await link();
    const { inputs } = deployed.one("apigatewayv2/vpcLink:VpcLink");
    assert.deepEqual(inputs["subnetIds"], ["subnet-1", "subnet-2"]);
    assert.deepEqual(inputs["securityGroupIds"], ["api-sg-id"]);
    assert.equal(deployed.one("ec2/securityGroup:SecurityGroup").inputs["vpcId"], "vpc-1");
  });

  it("goes nowhere and lets nobody in by itself", async () => {
    const deployed = await link();
    const { inputs } = deployed.one("ec2/securityGroup:SecurityGroup");
    assert.deepEqual([inputs["ingress"], inputs["egress"]], [undefined, undefined]);
    assert.deepEqual(deployed.resources.map(({ name }) => name).sort(), ["api", "api-link", "api-sg"]);
  });

  it("offers itself to the API and its group to the load balancer", async () => {
    const { result } = await link();
    assert.deepEqual(
      [await promiseOf(result.id), await promiseOf(result.securityGroupId)],
      ["api-link-id", "api-sg-id"],
    );
  });
});
