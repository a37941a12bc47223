import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The first action of a listener rule, before its `forward`, where clients reach a public load balancer without an API in
 * between: a request without a valid token of `issuer` gets 401. The load balancer checks signature, `iss`, `exp`, `nbf`
 * and `iat`, and `claims`. Name the app client in them: other clients of the same pool get valid tokens, too. In Cognito
 * that is `aud` of an id token, `client_id` of an access token; `token_use` tells which one it is.
 *
 * The load balancer fetches the keys itself: its security group must let it out on 443.
 */
export function jwtValidationAction(
  issuer: pulumi.Input<string>,
  jwksEndpoint: pulumi.Input<string>,
  claims: Readonly<Record<string, pulumi.Input<string>>>,
): aws.types.input.lb.ListenerRuleAction {
  return {
    type: "jwt-validation",
    order: 1,
    jwtValidation: {
      issuer,
      jwksEndpoint,
      additionalClaims: Object.entries(claims).map(([name, value]) => ({
        name,
        format: "single-string",
        values: [value],
      })),
    },
  };
}
