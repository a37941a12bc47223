import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { Federation } from "../../../components/identity/federation";
import { deployUserPool, FEDERATION } from "./exampleUserPool";

const CLIENT = "cognito/userPoolClient:UserPoolClient";
const PROVIDER = "cognito/identityProvider:IdentityProvider";

describe("federation", () => {
  it("is off unless asked for: no sign-in page, no providers but Cognito", async () => {
    const deployed = await deployUserPool();
    const { inputs } = deployed.one(CLIENT);
    assert.deepEqual(inputs["supportedIdentityProviders"], ["COGNITO"]);
    assert.equal("allowedOauthFlows" in inputs || "callbackUrls" in inputs, false);
    assert.deepEqual([...deployed.all(PROVIDER), ...deployed.all("cognito/userPoolDomain:UserPoolDomain")], []);
  });

  it("offers a page and its providers, which exist before the client names them", async () => {
    const deployed = await deployUserPool({ federation: FEDERATION });
    const { inputs, dependsOn } = deployed.one(CLIENT);
    assert.equal(deployed.one("cognito/userPoolDomain:UserPoolDomain").inputs["domain"], "telehealth-test");
    assert.deepEqual(inputs["supportedIdentityProviders"], ["COGNITO", "Workspace"]);
    assert.deepEqual(dependsOn, [deployed.one(PROVIDER).name]);
  });

  it("knows each provider by its issuer and our registration there, which is a secret", async () => {
    const { inputs } = (await deployUserPool({ federation: FEDERATION })).one(PROVIDER);
    assert.equal(inputs["providerName"], "Workspace");
    const { [pulumi.runtime.specialSigKey]: kind, value } = inputs["providerDetails"];
    assert.equal(kind, pulumi.runtime.specialSecretSig);
    assert.deepEqual(value, {
      client_id: "our-id",
      client_secret: "not-a-real-secret",
      oidc_issuer: "https://id.example.com",
      authorize_scopes: "openid email profile",
      attributes_request_method: "GET",
      attributes_url_add_attributes: "false",
    });
  });

  it("hands out codes and never tokens in an address, to our pages only", async () => {
    const { inputs } = (await deployUserPool({ federation: FEDERATION })).one(CLIENT);
    assert.equal(inputs["allowedOauthFlowsUserPoolClient"], true);
    assert.deepEqual(inputs["allowedOauthFlows"], ["code"]);
    assert.deepEqual(inputs["callbackUrls"], FEDERATION.callbackUrls);
    assert.deepEqual(inputs["logoutUrls"], FEDERATION.logoutUrls);
    assert.equal(inputs["allowedOauthScopes"].includes("aws.cognito.signin.user.admin"), false);
  });

  it("takes neither role nor tenant from a provider", async () => {
    const { inputs } = (await deployUserPool({ federation: FEDERATION })).one(PROVIDER);
    assert.equal(inputs["providerType"], "OIDC");
    assert.equal(inputs["attributeMapping"].email, "email");
    assert.deepEqual(
      Object.keys(inputs["attributeMapping"]).filter((each) => each.startsWith("custom:")),
      [],
    );
  });

  for (const [what, over, said] of [
    ["a prefix with AWS's words", { domainPrefix: "my-cognito" }, /domainPrefix "my-cognito"/],
    ["an open callback", { callbackUrls: ["http://app.example.com/"] }, /http:\/\/app\.example\.com\/ is not https/],
    ["a host that only begins with localhost", { logoutUrls: ["http://localhost.example.com"] }, /is not https/],
    ["no way back", { callbackUrls: [] }, /no callbackUrls/],
    ["nobody to sign in with", { providers: [] }, /no providers/],
  ] satisfies [string, Partial<Federation>, RegExp][])
    it(`refuses ${what}`, async () => {
      await assert.rejects(deployUserPool({ federation: { ...FEDERATION, ...over } }), said);
    });
});
