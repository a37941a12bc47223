import * as assert from "node:assert/strict";
import { isSecret } from "../../../tools/offline/providers/wire";
import { Engine, stopProviders } from "./engine";
import { CASES } from "./shapeCases";

describe("the outputs of the offline aws", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  for (const [type, inputs, expected] of CASES) {
    it(`of ${type} ${JSON.stringify(inputs)} look as AWS writes them`, async () => {
      const { id, outputs } = await engine.make(type, "x", { ...inputs });
      for (const [key, pattern] of Object.entries(expected))
        assert.match(String(key === "id" ? id : outputs[key]), new RegExp(`^${pattern}$`), key);
      assert.equal(outputs["id"], id);
    });
  }

  it("say of a certificate one record per domain, which a wildcard shares with its parent", async () => {
    const names = ["*.example.com", "api.example.com"];
    const inputs = { domainName: "example.com", subjectAlternativeNames: names, validationMethod: "DNS" };
    const options = (await engine.make("acm/certificate:Certificate", "c", inputs)).outputs["domainValidationOptions"];
    assert.deepEqual(
      options.map((each: any) => each.domainName),
      ["example.com", ...names],
    );
    assert.equal(options[0].resourceRecordName, options[1].resourceRecordName);
    assert.notEqual(options[0].resourceRecordName, options[2].resourceRecordName);
  });

  it("name the secret of a managed password, and none where the program keeps the password", async () => {
    const cluster = (extra: object) =>
      engine.make("rds/cluster:Cluster", "db", { engine: "aurora-postgresql", ...extra });
    const [managed] = (await cluster({ manageMasterUserPassword: true })).outputs["masterUserSecrets"];
    assert.match(managed.secretArn, /:secret:rds!cluster-[0-9a-f-]{36}-[A-Za-z0-9]{6}$/);
    assert.deepEqual((await cluster({})).outputs["masterUserSecrets"], []);
  });

  it("mark as secret what AWS itself makes secret", async () => {
    const client = await engine.make("cognito/userPoolClient:UserPoolClient", "c", { generateSecret: true });
    assert.ok(isSecret(client.outputs["clientSecret"]));
    assert.ok(isSecret((await engine.make("iam/accessKey:AccessKey", "k")).outputs["secret"]));
  });

  it("are there for any type at all, also one that no SDK has", async () => {
    const made = await engine.make("imaginary/thing:Thing", "x", { size: 3 });
    assert.match(made.id, /^x-[0-9a-f]{7}$/);
    assert.equal(made.outputs["size"], 3);
  });
});
