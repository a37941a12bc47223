import { strict as assert } from "node:assert";
import { deployUserPool } from "./exampleUserPool";

const TENANCY = ["custom:role", "custom:organizationId", "custom:practiceId"];
const client = async () => (await deployUserPool()).one("cognito/userPoolClient:UserPoolClient").inputs;

describe("client of the single-page application", () => {
  it("lets nobody write their own role or tenant, yet shows both", async () => {
    const { readAttributes, writeAttributes } = await client();
    for (const attribute of TENANCY) {
      assert.equal(readAttributes.includes(attribute), true, attribute);
      assert.equal(writeAttributes.includes(attribute), false, attribute);
    }
    assert.equal(writeAttributes.includes("email"), true);
    assert.deepEqual(
      writeAttributes.filter((each: string) => each.startsWith("custom:")),
      [],
    );
  });

  it("signs in with SRP or password, and refreshes", async () => {
    assert.deepEqual((await client())["explicitAuthFlows"].sort(), [
      "ALLOW_REFRESH_TOKEN_AUTH",
      "ALLOW_USER_PASSWORD_AUTH",
      "ALLOW_USER_SRP_AUTH",
    ]);
  });

  it("gets tokens for an hour and a session for 30 days", async () => {
    const inputs = await client();
    assert.deepEqual(
      [inputs["accessTokenValidity"], inputs["idTokenValidity"], inputs["refreshTokenValidity"]],
      [1, 1, 30],
    );
    assert.deepEqual(inputs["tokenValidityUnits"], { accessToken: "hours", idToken: "hours", refreshToken: "days" });
    assert.equal("refreshTokenRotation" in inputs, false);
  });

  it("has no secret, gives none away, and can be signed out", async () => {
    const inputs = await client();
    assert.equal(inputs["generateSecret"], false);
    assert.equal(inputs["preventUserExistenceErrors"], "ENABLED");
    assert.equal(inputs["enableTokenRevocation"], true);
    assert.equal(inputs["userPoolId"], "users-pool-id");
  });
});
