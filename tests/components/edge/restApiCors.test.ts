import { strict as assert } from "node:assert";
import { reflectOrigin } from "../../../components/edge/restApiCors";
import { restApi } from "./exampleRestApi";

const METHOD = "apigateway/method:Method";
const ANSWER = "apigateway/integrationResponse:IntegrationResponse";

describe("CORS of RestApi", () => {
  it("answers the preflight of every forwarded path without a token and without the backend", async () => {
    const deployed = await restApi();
    for (const role of ["patients", "rest"]) {
      const { inputs } = deployed.one(METHOD, `api-${role}-options-open`);
      assert.deepEqual([inputs["httpMethod"], inputs["authorization"]], ["OPTIONS", "NONE"]);
      assert.equal(inputs["resourceId"], `api-${role}-id`);
      const mock = deployed.one("apigateway/integration:Integration", `api-${role}-options-mock`).inputs;
      assert.equal(mock["type"], "MOCK");
      assert.deepEqual(JSON.parse(mock["requestTemplates"]["application/json"]), { statusCode: 204 });
    }
  });

  it("names one of our sites to strangers, and tells caches that the answer depends on the caller", async () => {
    const deployed = await restApi();
    const { inputs } = deployed.one(ANSWER, "api-rest-options-answer");
    assert.deepEqual(inputs["responseParameters"], {
      "method.response.header.Access-Control-Allow-Origin": "'https://app.example.com'",
      "method.response.header.Access-Control-Allow-Methods": "'GET,HEAD,POST,PUT,PATCH,DELETE'",
      "method.response.header.Access-Control-Allow-Headers": "'Authorization,Content-Type'",
      "method.response.header.Access-Control-Max-Age": "'600'",
      "method.response.header.Vary": "'Origin'",
    });
    const declared = deployed.one("apigateway/methodResponse:MethodResponse", "api-rest-options-response").inputs;
    assert.deepEqual(
      Object.keys(declared["responseParameters"]).sort(),
      Object.keys(inputs["responseParameters"]).sort(),
      "a header that the method does not declare fails the deployment",
    );
  });

  it("repeats the caller's origin only if it is in the list", async () => {
    const { inputs } = (await restApi()).one(ANSWER, "api-rest-options-answer");
    assert.equal(
      inputs["responseTemplates"]["application/json"],
      [
        '#set($allowed = ["https://app.example.com", "https://example.com"])',
        "#set($headers = $input.params().header)",
        "#foreach($header in $headers.keySet())",
        '#if($header.toLowerCase() == "origin" && $allowed.contains($headers.get($header)))',
        "#set($context.responseOverride.header.Access-Control-Allow-Origin = $headers.get($header))",
        "#end",
        "#end",
      ].join("\n"),
    );
  });

  it("lists as many origins as there are", () => {
    assert.match(reflectOrigin(["https://one.example.com"]), /\["https:\/\/one\.example\.com"\]/);
    assert.match(reflectOrigin(["https://a.example.com", "https://b.example.com", "https://c.example.com"]), /c\.exam/);
  });

  for (const [type, name] of [
    ["DEFAULT_4XX", "api-4xx"],
    ["DEFAULT_5XX", "api-5xx"],
  ])
    it(`lets the app read ${type}, so that a 401 is no CORS error, and never allows cookies`, async () => {
      const { inputs } = (await restApi()).one("apigateway/response:Response", name);
      assert.equal(inputs["responseType"], type);
      assert.equal(inputs["responseTemplates"], undefined);
      assert.deepEqual(inputs["responseParameters"], {
        "gatewayresponse.header.Access-Control-Allow-Origin": "method.request.header.Origin",
        "gatewayresponse.header.Vary": "'Origin'",
        "gatewayresponse.header.Cache-Control": "'no-store'",
      });
    });
});
