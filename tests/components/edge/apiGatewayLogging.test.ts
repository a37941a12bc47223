import { strict as assert } from "node:assert";
import { ApiGatewayLogging } from "../../../components/edge/apiGatewayLogging";
import { deploy, waitsFor } from "../../harness";

const logging = (region = "us-east-1") =>
  deploy((opts) => new ApiGatewayLogging("logs", { location: { accountId: "111122223333", region } }, opts));

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

  it("is set in the region it is told", async () => {
    assert.equal((await logging("eu-west-1")).one("apigateway/account:Account").inputs["region"], "eu-west-1");
  });

  it("makes whoever uses the role wait for the setting", async () => {
    assert.deepEqual(await waitsFor((await logging()).result.roleArn), ["logs-account", "logs-writer"]);
  });
});
