import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

const V2 = "aws:apigatewayv2/authorizer:Authorizer";

export const apiAuthorizerChecks = rule({
  id: "api-authorizer-checks",
  title: "Authorizers accept tokens that were issued for this application only",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)"],
  remediation: "Name the user pool (providerArns), or an https issuer and the audiences of jwtConfiguration",
  types: ["aws:apigateway/authorizer:Authorizer", V2],
  check: (authorizer) => {
    const kind = authorizer.at(authorizer.type === V2 ? "authorizerType" : "type");
    if (kind.unknown) return kind.later();
    if (kind.text === "JWT") {
      const issuer = authorizer.at("jwtConfiguration", "issuer");
      return [
        isGiven(
          authorizer.at("jwtConfiguration", "audiences"),
          "a token for any other application of the issuer is accepted",
        ),
        issuer.text?.startsWith("https://") === false
          ? issuer.refuse("is not https, so the keys could be replaced in transit")
          : isGiven(issuer, "no issuer"),
      ];
    }
    if (kind.text === "COGNITO_USER_POOLS") return isGiven(authorizer.at("providerArns"), "names no user pool");
    const sources = authorizer.at(authorizer.type === V2 ? "identitySources" : "identitySource");
    const seconds = authorizer.at("authorizerResultTtlInSeconds");
    const inHeader = authorizer.type !== V2 && (kind.absent || kind.text === "TOKEN");
    return [
      isGiven(authorizer.at("authorizerUri"), "names no authorizer function"),
      !inHeader && sources.unknown ? sources.later() : undefined,
      !inHeader && sources.absent && (seconds.absent ? authorizer.type !== V2 : seconds.number !== 0)
        ? sources.refuse("one caller's result is cached for all others", "Name the header that holds the token")
        : undefined,
    ];
  },
});
