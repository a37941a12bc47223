import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const EVENTS = "aws:appsync/api:Api";
const KEY = "aws:appsync/apiKey:ApiKey";
const SAFE = ["AMAZON_COGNITO_USER_POOLS", "AWS_IAM", "OPENID_CONNECT", "AWS_LAMBDA"];

export const graphqlAuthentication = rule({
  id: "graphql-authentication",
  title: "GraphQL and event APIs authenticate the caller",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation:
    "Use AMAZON_COGNITO_USER_POOLS or AWS_IAM; an API key is in every copy of the app and does not identify the caller",
  types: ["aws:appsync/graphQLApi:GraphQLApi", EVENTS, KEY],
  check: (api): Outcomes => {
    if (api.type === KEY) return api.at("apiId").refuse("an API key lets in anyone who has the app");
    if (api.type !== EVENTS)
      return [
        mode(api.at("authenticationType")),
        ...api.at("additionalAuthenticationProviders").items.map((each) => mode(each.at("authenticationType"))),
      ];
    const config = api.at("eventConfig");
    const used = ["authProviders", "connectionAuthModes", "defaultPublishAuthModes", "defaultSubscribeAuthModes"];
    return used.flatMap((each) => config.at(each).items.map((entry) => mode(entry.at("authType"))));
  },
});

function mode(field: Field): Outcome | undefined {
  if (field.unknown) return field.later();
  return SAFE.includes(field.text ?? "")
    ? undefined
    : field.refuse("anyone who reads the key in the app's code gets in");
}
