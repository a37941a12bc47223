import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { READABLE, WRITABLE } from "./attributes";
import { createFederation, type Federation, signInSettings } from "./federation";

/** Tokens are valid for an hour, a session for 30 days; numbers mean nothing to AWS without their units. */
const VALIDITY = {
  accessTokenValidity: 1,
  idTokenValidity: 1,
  refreshTokenValidity: 30,
  tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "days" },
};

/** The client of the single-page application. */
export function createSpaClient(
  parent: pulumi.Resource,
  name: string,
  userPoolId: pulumi.Input<string>,
  federation: Federation | undefined,
): aws.cognito.UserPoolClient {
  const providers = federation === undefined ? [] : createFederation(parent, name, userPoolId, federation);
  return new aws.cognito.UserPoolClient(
    `${name}-client`,
    {
      userPoolId,
      // A browser keeps no secret.
      generateSecret: false,
      explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      ...VALIDITY,
      enableTokenRevocation: true,
      // Wrong password and unknown user look the same: who is a patient here is PHI.
      preventUserExistenceErrors: "ENABLED",
      readAttributes: READABLE,
      writeAttributes: WRITABLE,
      ...signInSettings(federation),
    },
    { parent, dependsOn: providers },
  );
}
