import { strict as assert } from "node:assert";
import { jwtValidationAction } from "../../../components/edge/jwtValidationAction";

const ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example";
const JWKS = `${ISSUER}/.well-known/jwks.json`;

describe("jwtValidationAction", () => {
  it("comes before the forward and checks the issuer's signature", () => {
    assert.deepEqual(jwtValidationAction(ISSUER, JWKS, {}), {
      type: "jwt-validation",
      order: 1,
      jwtValidation: { issuer: ISSUER, jwksEndpoint: JWKS, additionalClaims: [] },
    });
  });

  it("asks for each claim's exact value, so that tokens of other clients are refused", () => {
    const { jwtValidation } = jwtValidationAction(ISSUER, JWKS, { aud: "client-1", token_use: "id" });
    assert.deepEqual((jwtValidation as { additionalClaims: unknown }).additionalClaims, [
      { name: "aud", format: "single-string", values: ["client-1"] },
      { name: "token_use", format: "single-string", values: ["id"] },
    ]);
  });
});
