import { strict as assert } from "node:assert";
import { SealedSecret, secretStatements } from "../../../components/security/sealedSecret";
import { deploy, promiseOf } from "../../harness";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/secrets";
const sealed = (deletionProtection: boolean) =>
  deploy((opts) => new SealedSecret("signing", { description: "a key", kmsKeyArn: KEY, deletionProtection }, opts));

describe("SealedSecret", () => {
  it("is encrypted with our key, and has no value that a state could keep", async () => {
    const deployed = await sealed(true);
    const { inputs, parent } = deployed.one("secretsmanager/secret:Secret");
    assert.equal(inputs["kmsKeyId"], KEY);
    assert.equal(parent, "signing");
    assert.equal("name" in inputs, false);
    assert.deepEqual(deployed.all("secretsmanager/secretVersion:SecretVersion"), []);
    assert.match(await promiseOf(deployed.result.arn), /signing-secret/);
  });

  for (const [protection, days] of [
    [true, 30],
    [false, 7],
  ] as const)
    it(`can be recovered for ${days} days with deletion protection ${protection ? "on" : "off"}`, async () => {
      const { inputs, opts } = (await sealed(protection)).one("secretsmanager/secret:Secret");
      assert.equal(inputs["recoveryWindowInDays"], days);
      assert.equal(opts.protect, protection);
    });

  it("is read by whoever is told so, through Secrets Manager only", () => {
    const [read, decrypt] = secretStatements({ accountId: "111122223333", region: "us-east-1" }, "arn:secret", KEY);
    assert.deepEqual([read?.Action, read?.Resource], ["secretsmanager:GetSecretValue", "arn:secret"]);
    assert.deepEqual([decrypt?.Action, decrypt?.Resource], ["kms:Decrypt", KEY]);
    assert.deepEqual(decrypt?.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
  });
});
