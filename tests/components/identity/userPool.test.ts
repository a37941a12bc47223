import { strict as assert } from "node:assert";
import { promiseOf } from "../../harness";
import { deployUserPool, LOG_KEY } from "./exampleUserPool";

type Over = Parameters<typeof deployUserPool>[0];
const pool = async (over?: Over) => (await deployUserPool(over)).one("cognito/userPool:UserPool");

describe("UserPool", () => {
  it("signs in by e-mail in any spelling, and only whom an administrator invited", async () => {
    const { inputs } = await pool();
    assert.deepEqual(inputs["usernameAttributes"], ["email"]);
    assert.deepEqual(inputs["usernameConfiguration"], { caseSensitive: false });
    assert.deepEqual(inputs["adminCreateUserConfig"], { allowAdminCreateUserOnly: true });
  });

  it("demands a second factor, by text message or app", async () => {
    const { inputs } = await pool();
    assert.equal(inputs["mfaConfiguration"], "ON");
    assert.deepEqual(inputs["softwareTokenMfaConfiguration"], { enabled: true });
    assert.equal(inputs["smsConfiguration"].snsRegion, "us-east-1");
  });

  it("demands an app where text messages are not wanted", async () => {
    const deployed = await deployUserPool({ secondFactor: "totp" });
    const { inputs, dependsOn } = deployed.one("cognito/userPool:UserPool");
    assert.equal(inputs["mfaConfiguration"], "ON");
    assert.deepEqual(inputs["softwareTokenMfaConfiguration"], { enabled: true });
    assert.equal("smsConfiguration" in inputs, false);
    assert.deepEqual(inputs["autoVerifiedAttributes"], ["email"]);
    assert.deepEqual(dependsOn, []);
    assert.deepEqual(deployed.all("iam/role:Role"), []);
  });

  it("lets no remembered device stand in for the second factor", async () => {
    assert.equal("deviceConfiguration" in (await pool()).inputs, false);
  });

  it("wants long passwords of four classes, new ones, and soon", async () => {
    const { passwordPolicy } = (await pool()).inputs;
    assert.equal(passwordPolicy.minimumLength >= 12, true);
    for (const each of ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"])
      assert.equal(passwordPolicy[each], true, each);
    assert.equal(passwordPolicy.temporaryPasswordValidityDays, 3);
    assert.equal(passwordPolicy.passwordHistorySize > 0, true);
  });

  it("resets passwords by mail to an address that was verified first", async () => {
    const { inputs } = await pool();
    assert.deepEqual(inputs["accountRecoverySetting"].recoveryMechanisms, [{ name: "verified_email", priority: 1 }]);
    assert.deepEqual(inputs["autoVerifiedAttributes"], ["email", "phone_number"]);
    assert.deepEqual(inputs["userAttributeUpdateSettings"], {
      attributesRequireVerificationBeforeUpdates: ["email", "phone_number"],
    });
  });

  it("adds its attributes once and never touches them again", async () => {
    const { inputs, opts } = await pool();
    assert.deepEqual(
      inputs["schemas"].map((each: any) => each.name),
      ["role", "organizationId", "practiceId"],
    );
    for (const each of inputs["schemas"]) {
      assert.deepEqual(each.stringAttributeConstraints, { minLength: "0", maxLength: "256" });
      assert.equal(each.mutable, true);
      assert.equal(each.developerOnlyAttribute, false);
      assert.equal(each.required, false);
    }
    assert.deepEqual(opts.ignoreChanges, ["schemas"]);
  });

  it("cannot be deleted when protected, by AWS or by Pulumi", async () => {
    const deployed = await deployUserPool({ deletionProtection: true });
    const { inputs, opts } = deployed.one("cognito/userPool:UserPool");
    const log = deployed.one("cloudwatch/logGroup:LogGroup");
    assert.equal(inputs["deletionProtection"], "ACTIVE");
    assert.equal(log.inputs["deletionProtectionEnabled"], true);
    assert.deepEqual([opts.protect, log.opts.protect], [true, true]);
  });

  it("can be thrown away where it is disposable", async () => {
    const { inputs, opts } = await pool({ deletionProtection: false });
    assert.equal(inputs["deletionProtection"], "INACTIVE");
    assert.equal(opts.protect, false);
  });

  it("sends mail by Cognito, or by SES from an address of ours", async () => {
    assert.deepEqual((await pool()).inputs["emailConfiguration"], { emailSendingAccount: "COGNITO_DEFAULT" });
    const sourceArn = "arn:aws:ses:us-east-1:111122223333:identity/example.com";
    const { inputs } = await pool({ email: { sourceArn, from: "Clinic <no-reply@example.com>" } });
    assert.deepEqual(inputs["emailConfiguration"], {
      emailSendingAccount: "DEVELOPER",
      sourceArn,
      fromEmailAddress: "Clinic <no-reply@example.com>",
    });
  });

  it("creates no user, whose password would stay in the state", async () => {
    assert.deepEqual((await deployUserPool()).all("cognito/user:User"), []);
  });

  it("tells its ids and its issuer", async () => {
    const { result } = await deployUserPool();
    assert.equal(await promiseOf(result.userPoolId), "users-pool-id");
    assert.equal(await promiseOf(result.clientId), "users-client-id");
    assert.match(await promiseOf(result.userPoolArn), /^arn:aws:cognito:/);
    assert.match(await promiseOf(result.endpoint), /users-pool/);
  });

  it("keeps its log encrypted, for as long as it is told", async () => {
    const { inputs } = (await deployUserPool()).one("cloudwatch/logGroup:LogGroup");
    assert.equal(inputs["name"], "/aws/vendedlogs/cognito/users-pool-id");
    assert.equal(inputs["kmsKeyId"], LOG_KEY);
    assert.equal(inputs["retentionInDays"], 2192);
    await assert.rejects(deployUserPool({ logRetentionDays: 1000 }), /logRetentionDays: 1000 .*Use one of/);
  });
});
