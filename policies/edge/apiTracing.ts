import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const GRAPHQL = "aws:appsync/graphQLApi:GraphQLApi";

export const apiTracing = rule({
  id: "api-tracing",
  title: "Requests are traced through the system",
  family: "logging",
  severity: "low",
  level: "advisory",
  controls: ["164.312(b)"],
  remediation: "Set xrayTracingEnabled (REST) or xrayEnabled (GraphQL) to true",
  types: ["aws:apigateway/stage:Stage", GRAPHQL],
  check: (api) =>
    isTrue(api.at(api.type === GRAPHQL ? "xrayEnabled" : "xrayTracingEnabled"), "requests are not traced"),
});
