import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { RestApiArgs } from "../../../components/edge/restApi";
import { restApi } from "./exampleRestApi";

const DEPLOYMENT = "apigateway/deployment:Deployment";
const GROUP = "cloudwatch/logGroup:LogGroup";
const stage = async () => (await restApi()).one("apigateway/stage:Stage");
const settings = async (changes: Partial<RestApiArgs> = {}) =>
  (await restApi(changes)).one("apigateway/methodSettings:MethodSettings").inputs;
const trigger = async (changes: Partial<RestApiArgs> = {}) =>
  (await restApi(changes)).one(DEPLOYMENT).inputs["triggers"].definition as string;

describe("the stage of RestApi", () => {
  it("serves the deployment under the given name, traced", async () => {
    const { inputs } = await stage();
    assert.deepEqual([inputs["stageName"], inputs["deployment"]], ["prod", "api-deployment-id"]);
    assert.equal(inputs["xrayTracingEnabled"], true);
    assert.equal(inputs["cacheClusterEnabled"], undefined);
  });

  it("takes 2000 requests per second and 5000 at once, on every method", async () => {
    const { methodPath, stageName, settings: said } = await settings();
    assert.deepEqual([methodPath, stageName], ["*/*", "prod"]);
    assert.deepEqual([said.throttlingRateLimit, said.throttlingBurstLimit], [2000, 5000]);
  });

  it("takes less when told so", async () => {
    const { settings: said } = await settings({ throttle: { requestsPerSecond: 50, burst: 100 } });
    assert.deepEqual([said.throttlingRateLimit, said.throttlingBurstLimit], [50, 100]);
  });

  it("logs at INFO without requests and answers, measures, and caches nothing", async () => {
    const { settings: said } = await settings();
    assert.deepEqual(
      [said.loggingLevel, said.dataTraceEnabled, said.metricsEnabled, said.cachingEnabled],
      ["INFO", false, true, false],
    );
  });

  it("finds its execution log waiting, encrypted and with an end", async () => {
    const deployed = await restApi();
    assert.equal(deployed.one(GROUP, "api-execution").inputs["name"], "API-Gateway-Execution-Logs_api-api-id/prod");
    for (const { inputs } of deployed.all(GROUP))
      assert.deepEqual([inputs["kmsKeyId"], inputs["retentionInDays"]], ["arn:logs-key", 2192]);
    assert.deepEqual(deployed.one("apigateway/stage:Stage").dependsOn, ["api-execution"]);
  });

  it("writes its access log to the group's ARN, not to its streams", async () => {
    const { destinationArn } = (await stage()).inputs["accessLogSettings"];
    assert.match(destinationArn, /^arn:aws:cloudwatch:.*:api-access$/);
  });

  it("records who, what and how it ended, and nothing that people wrote", async () => {
    const format = JSON.parse((await stage()).inputs["accessLogSettings"].format) as Record<string, string>;
    const variables = Object.values(format);
    for (const needed of ["identity.sourceIp", "authorizer.claims.sub", "httpMethod", "path", "status", "requestId"])
      assert.ok(variables.includes(`$context.${needed}`), needed);
    for (const variable of variables) {
      assert.match(variable, /^\$context\.[\w.]+$/);
      assert.doesNotMatch(variable, /query|body|email|userAgent|username|phone|messageString/i);
    }
    const claims = variables.filter((variable) => variable.includes("claims"));
    assert.deepEqual(claims, ["$context.authorizer.claims.sub"]);
  });
});

describe("the deployment of RestApi", () => {
  it("waits for every piece of the definition", async () => {
    const deployed = await restApi();
    const pieces = deployed.resources.filter(({ type }) =>
      /apigateway\/(resource|method|methodResponse|integration|integrationResponse|authorizer|requestValidator|response):/.test(
        type,
      ),
    );
    assert.equal(pieces.length, 23);
    assert.deepEqual([...deployed.one(DEPLOYMENT).dependsOn].sort(), pieces.map(({ name }) => name).sort());
  });

  it("is made anew for nothing that did not change", async () => {
    const first = await trigger();
    assert.match(first, /^[0-9a-f]{64}$/);
    assert.equal(await trigger({ throttle: { requestsPerSecond: 1, burst: 1 }, logRetentionDays: 365 }), first);
  });

  for (const [what, changes] of [
    ["origin", { corsOrigins: ["https://app.example.com"] }],
    ["path", { paths: ["visits"] }],
    ["user pool", { userPoolArn: "arn:another" }],
    ["kind of token", { token: { accessScopes: ["api/records"] } }],
    ["VPC link", { link: { id: pulumi.output("link-2"), securityGroupId: pulumi.output("sg-link") } }],
    [
      "load balancer",
      { backend: { loadBalancerArn: "arn:other", securityGroupId: "sg-alb", host: "backend.example.com" } },
    ],
    [
      "host",
      { backend: { loadBalancerArn: "arn:internal-alb", securityGroupId: "sg-alb", host: "other.example.com" } },
    ],
  ] as [string, Partial<RestApiArgs>][])
    it(`is made anew for another ${what}`, async () => {
      assert.notEqual(await trigger(changes), await trigger());
    });

  it("resolves outputs before it compares them", async () => {
    const link = (id: string) => ({ link: { id: pulumi.output(id), securityGroupId: pulumi.output("sg-link") } });
    assert.notEqual(await trigger(link("a")), await trigger(link("b")));
    assert.equal(await trigger(link("a")), await trigger(link("a")));
  });
});
