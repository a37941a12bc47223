import { strict as assert } from "node:assert";
import { withoutStage } from "../../../components/edge/withoutStage";
import { ARGS, restApi } from "./exampleRestApi";

const RESOURCE = "apigateway/resource:Resource";
const INTEGRATION = "apigateway/integration:Integration";

describe("the routes of RestApi", () => {
  it("are /health, /patients and everything else, at the root", async () => {
    const resources = (await restApi()).all(RESOURCE);
    assert.deepEqual(resources.map(({ inputs }) => inputs["pathPart"]).sort(), ["health", "patients", "{proxy+}"]);
    for (const { inputs } of resources) assert.equal(inputs["parentId"], "root");
  });

  it("can be others", async () => {
    const parts = (await restApi({ paths: ["visits", "notes"] })).all(RESOURCE).map(({ inputs }) => inputs["pathPart"]);
    assert.deepEqual(parts.sort(), ["health", "notes", "visits", "{proxy+}"]);
  });

  it("lead through the VPC link to the load balancer, over TLS, with the path", async () => {
    const deployed = await restApi();
    const link = {
      type: "HTTP_PROXY",
      httpMethod: "ANY",
      integrationHttpMethod: "ANY",
      connectionType: "VPC_LINK",
      connectionId: "link-1",
      integrationTarget: "arn:internal-alb",
      restApi: "api-api-id",
    };
    assert.deepEqual(deployed.one(INTEGRATION, "api-rest-forward").inputs, {
      ...link,
      resourceId: "api-rest-id",
      uri: "https://backend.example.com/{proxy}",
      requestParameters: { "integration.request.path.proxy": "method.request.path.proxy" },
    });
    assert.deepEqual(deployed.one(INTEGRATION, "api-patients-forward").inputs, {
      ...link,
      resourceId: "api-patients-id",
      uri: "https://backend.example.com/patients",
    });
    const declared = deployed.one("apigateway/method:Method", "api-rest-any").inputs["requestParameters"];
    assert.deepEqual(declared, { "method.request.path.proxy": true });
  });

  it("let vendors without a token POST below the paths that are named, and nothing else", async () => {
    const deployed = await restApi({ openPaths: ["webhooks"] });
    assert.equal(deployed.one(RESOURCE, "api-open-webhooks").inputs["pathPart"], "webhooks");
    assert.equal(deployed.one(RESOURCE, "api-open-webhooks-rest").inputs["parentId"], "api-open-webhooks-id");
    const { inputs } = deployed.one("apigateway/method:Method", "api-open-webhooks-rest-any");
    assert.deepEqual([inputs["httpMethod"], inputs["authorization"]], ["POST", "NONE"]);
    const { uri } = deployed.one(INTEGRATION, "api-open-webhooks-rest-forward").inputs;
    assert.equal(uri, "https://backend.example.com/webhooks/{proxy}");
    const open = deployed
      .all("apigateway/method:Method")
      .filter(({ inputs: { authorization, httpMethod } }) => authorization === "NONE" && httpMethod !== "OPTIONS");
    assert.deepEqual(open.map(({ name }) => name).sort(), ["api-health-open", "api-open-webhooks-rest-any"]);
  });

  it("give an integration only to a method that exists", async () => {
    const integrations = (await restApi()).all(INTEGRATION);
    assert.equal(integrations.length, 5);
    for (const { name, dependsOn } of integrations)
      assert.deepEqual(dependsOn, [name.replace(/forward$/, "any").replace(/mock$/, "open")]);
  });

  it("answer GET /health without the backend", async () => {
    const deployed = await restApi();
    const method = deployed.one("apigateway/method:Method", "api-health-open").inputs;
    assert.deepEqual([method["httpMethod"], method["resourceId"]], ["GET", "api-health-id"]);
    const mock = deployed.one(INTEGRATION, "api-health-mock").inputs;
    assert.deepEqual([mock["type"], mock["uri"], mock["connectionId"]], ["MOCK", undefined, undefined]);
    assert.deepEqual(JSON.parse(mock["requestTemplates"]["application/json"]), { statusCode: 200 });
    const answer = deployed.one("apigateway/integrationResponse:IntegrationResponse", "api-health-answer");
    assert.equal(answer.inputs["statusCode"], "200");
    assert.deepEqual(JSON.parse(answer.inputs["responseTemplates"]["application/json"]), { status: "ok" });
    assert.deepEqual(answer.dependsOn, ["api-health-mock", "api-health-response"]);
  });

  it("lose the stage in front of the path, once, and only there", () => {
    const { type, urlRewriteConfig } = withoutStage(ARGS.stageName);
    assert.equal(type, "url-rewrite");
    const { rewrite } = urlRewriteConfig as { rewrite: { regex: string; replace: string } };
    const seen = ["/prod/patients/7", "/patients/7", "/prod/prod/7", "/production/7", "/patients/prod/7"].map((path) =>
      path.replace(new RegExp(rewrite.regex), rewrite.replace),
    );
    assert.deepEqual(seen, ["/patients/7", "/patients/7", "/prod/7", "/production/7", "/patients/prod/7"]);
  });
});
