import { strict as assert } from "node:assert";
import { ApiGatewayLogging } from "../../../components/edge/apiGatewayLogging";
import { deploy, waitsFor } from "../../harness";

const logging = (region = "us-east-1", ...more: string[]) =>
  deploy(
    (opts) =>
      new ApiGatewayLogging(
        "logs",
        { location: { accountId: "111122223333", region }, regions: [region, ...more] },
        opts,
      ),
  );

describe("ApiGatewayLogging", () => {
  it("trusts API Gateway, and not on behalf of another account", async () => {
    const { inputs } = (await logging()).one("iam/role:Role");
    const [trust, ...others] = JSON.parse(inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(others, []);
    assert.deepEqual(trust.Principal, { Service: "apigateway.amazonaws.com" });
    assert.deepEqual(trust.Condition, { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } });
  });

  it("may write logs before API Gateway tries it out", async () => {
    const deployed = await logging();
    const may = deployed.one("iam/rolePolicyAttachment:RolePolicyAttachment");
    assert.match(may.inputs["policyArn"], /\/AmazonAPIGatewayPushToCloudWatchLogs$/);
    assert.deepEqual(deployed.one("apigateway/account:Account").dependsOn, [may.name]);
  });

  it("stays when the stack goes, with the role: the APIs of others use it", async () => {
    const { resources } = await logging();
    const children = resources.filter(({ parent }) => parent === "logs");
    assert.equal(children.length, 3);
    for (const { name, opts } of children) assert.equal(opts.retainOnDelete, true, name);
  });

  it("is set in each region it is told, with one role", async () => {
    const deployed = await logging("eu-west-1", "eu-central-1");
    const regions = deployed.all("apigateway/account:Account").map(({ inputs }) => inputs["region"]);
    assert.deepEqual(regions, ["eu-west-1", "eu-central-1"]);
    assert.equal(deployed.all("iam/role:Role").length, 1);
  });

  it("refuses regions without the stack's own", async () => {
    const regions = ["eu-west-1"];
    const location = { accountId: "111122223333", region: "us-east-1" };
    await assert.rejects(
      deploy((opts) => new ApiGatewayLogging("logs", { location, regions }, opts)),
      /regions: us-east-1 is missing/,
    );
  });

  it("makes whoever uses the role wait for the setting", async () => {
    assert.deepEqual(await waitsFor((await logging()).result.roleArn), ["logs-us-east-1", "logs-writer"]);
  });
});
