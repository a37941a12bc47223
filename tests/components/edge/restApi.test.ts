import { strict as assert } from "node:assert";
import type { RestApiArgs } from "../../../components/edge/restApi";
import { promiseOf } from "../../harness";
import { ARGS, restApi } from "./exampleRestApi";

const METHOD = "apigateway/method:Method";
const forwarded = async (changes: Partial<RestApiArgs> = {}) =>
  (await restApi(changes)).all(METHOD).filter(({ inputs }) => inputs["httpMethod"] === "ANY");

describe("RestApi", () => {
  it("is regional, where the firewall is, and has no address of AWS's", async () => {
    const { inputs } = (await restApi()).one("apigateway/restApi:RestApi");
    assert.deepEqual(inputs["endpointConfiguration"], { types: "REGIONAL" });
    assert.equal(inputs["disableExecuteApiEndpoint"], true);
    assert.equal(inputs["minimumCompressionSize"], undefined);
  });

  it("answers at its own name, with TLS 1.2 and the regional certificate", async () => {
    const deployed = await restApi();
    const domain = deployed.one("apigateway/domainName:DomainName").inputs;
    assert.deepEqual(
      [domain["domainName"], domain["securityPolicy"], domain["regionalCertificateArn"], domain["certificateArn"]],
      ["api.example.com", "TLS_1_2", "arn:validated", undefined],
    );
    assert.deepEqual(domain["endpointConfiguration"], { types: "REGIONAL" });
    const mapping = deployed.one("apigateway/basePathMapping:BasePathMapping").inputs;
    assert.deepEqual(
      [mapping["domainName"], mapping["restApi"], mapping["stageName"], mapping["basePath"]],
      ["api.example.com", "api-api-id", "prod", undefined],
    );
    const [target] = deployed.one("route53/record:Record").inputs["aliases"];
    assert.deepEqual(target, { name: "d-1.example.com", zoneId: "Z2REGIONAL", evaluateTargetHealth: false });
    assert.deepEqual(deployed.one("telehealth:edge:AliasRecord").dependsOn, ["api-mapping"]);
  });

  it("asks for a Cognito token on every method but GET /health and the preflights", async () => {
    const methods = (await restApi()).all(METHOD);
    const open = methods.filter(({ inputs }) => inputs["authorization"] !== "COGNITO_USER_POOLS");
    assert.deepEqual(open.map(({ name }) => name).sort(), [
      "api-health-open",
      "api-patients-options-open",
      "api-rest-options-open",
    ]);
    const closed = methods.filter((each) => !open.includes(each));
    assert.deepEqual(closed.map(({ name }) => name).sort(), ["api-patients-any", "api-rest-any"]);
    for (const { inputs } of closed) assert.equal(inputs["authorizerId"], "api-users-id");
  });

  it("reads the token from the Authorization header and believes the one pool", async () => {
    const { inputs } = (await restApi()).one("apigateway/authorizer:Authorizer");
    assert.equal(inputs["type"], "COGNITO_USER_POOLS");
    assert.equal(inputs["identitySource"], "method.request.header.Authorization");
    assert.deepEqual(inputs["providerArns"], [ARGS.userPoolArn]);
  });

  it("takes id tokens, or access tokens with a scope when told so", async () => {
    for (const { inputs } of await forwarded()) assert.equal(inputs["authorizationScopes"], undefined);
    const scoped = await forwarded({ token: { accessScopes: ["api/records"] } });
    assert.equal(scoped.length, 2);
    for (const { inputs } of scoped) assert.deepEqual(inputs["authorizationScopes"], ["api/records"]);
  });

  it("validates what it forwards", async () => {
    const { inputs } = (await restApi()).one("apigateway/requestValidator:RequestValidator");
    assert.deepEqual([inputs["validateRequestBody"], inputs["validateRequestParameters"]], [true, true]);
    for (const method of await forwarded()) assert.equal(method.inputs["requestValidatorId"], "api-validator-id");
  });

  it("lets the link out to the load balancer's group on 443 and nowhere else", async () => {
    const { inputs } = (await restApi()).one("vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.deepEqual(
      [inputs["securityGroupId"], inputs["referencedSecurityGroupId"], inputs["fromPort"], inputs["toPort"]],
      ["sg-link", "sg-alb", 443, 443],
    );
    assert.deepEqual([inputs["ipProtocol"], inputs["cidrIpv4"]], ["tcp", undefined]);
  });

  for (const deletionProtection of [true, false])
    it(`keeps the API and its logs from Pulumi and AWS: ${deletionProtection}`, async () => {
      const deployed = await restApi({ deletionProtection });
      const api = deployed.one("apigateway/restApi:RestApi");
      const groups = deployed.all("cloudwatch/logGroup:LogGroup");
      assert.equal(groups.length, 2);
      for (const { opts } of [api, ...groups]) assert.equal(opts.protect, deletionProtection);
      for (const { inputs } of groups) assert.equal(inputs["deletionProtectionEnabled"], deletionProtection);
    });

  for (const [what, changes, said] of [
    ["a wildcard origin", { corsOrigins: ["*"] }, /corsOrigins: "\*".*https:\/\/app\.example\.com/],
    ["an origin with a path", { corsOrigins: ["https://app.example.com/"] }, /corsOrigins/],
    ["an origin that breaks out of the template", { corsOrigins: ['https://a"b'] }, /corsOrigins/],
    ["an origin in clear text", { corsOrigins: ["http://app.example.com"] }, /corsOrigins/],
    ["a stage name with a slash", { stageName: "prod/v1" }, /stageName: "prod\/v1"/],
    ["a backend with a scheme", { backend: { ...ARGS.backend, host: "https://b.example.com" } }, /backend\.host/],
    ["a path that is open already", { paths: ["health"] }, /paths: "health"/],
    ["a path of two parts", { paths: ["patients/notes"] }, /paths/],
    ["a path given twice", { paths: ["notes", "notes"] }, /paths: "notes"/],
    ["a rate above the quota", { throttle: { requestsPerSecond: 10001, burst: 1 } }, /Use 1 to 10000/],
    ["a burst above the quota", { throttle: { requestsPerSecond: 1, burst: 5001 } }, /burst: 5001/],
    ["a throttle that stops everything", { throttle: { requestsPerSecond: 0, burst: 1 } }, /requestsPerSecond: 0/],
    ["a retention AWS does not have", { logRetentionDays: 2190 }, /logRetentionDays: 2190.*2192/],
  ] as [string, Partial<RestApiArgs>, RegExp][])
    it(`refuses ${what}`, async () => {
      await assert.rejects(restApi(changes), said);
    });

  it("embeds no unresolved output in any text", async () => {
    const texts = JSON.stringify((await restApi()).resources.map(({ inputs }) => inputs));
    assert.doesNotMatch(texts, /Calling \[to|\[object Object\]|undefined\//);
  });

  it("offers what the firewall, alarms and clients need", async () => {
    const { result } = await restApi();
    assert.match(await promiseOf(result.stageArn), /^arn:aws:apigateway:.*api-stage$/);
    assert.equal(await promiseOf(result.id), "api-api-id");
    assert.equal(await promiseOf(result.apiName), "api-api");
    assert.equal(await promiseOf(result.stageName), "prod");
    assert.equal(result.url, "https://api.example.com");
  });
});
