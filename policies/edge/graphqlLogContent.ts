import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const EVENTS = "aws:appsync/api:Api";

export const graphqlLogContent = rule({
  id: "graphql-log-content",
  title: "GraphQL APIs do not log the fields of their responses",
  family: "phi-in-logs",
  severity: "high",
  controls: ["164.312(b)", "164.312(a)(1)"],
  remediation: "Set fieldLogLevel to ERROR and excludeVerboseContent to true",
  types: ["aws:appsync/graphQLApi:GraphQLApi", EVENTS],
  check: (api): Outcomes => {
    const config = api.type === EVENTS ? api.at("eventConfig", "logConfig") : api.at("logConfig");
    const level = config.at(api.type === EVENTS ? "logLevel" : "fieldLogLevel");
    const quiet = config.at("excludeVerboseContent");
    if (level.unknown) return level.later();
    const loud = ["ALL", "INFO", "DEBUG"].includes((level.text ?? "").toUpperCase());
    if (!loud || quiet.flag === true) return undefined;
    return quiet.unknown
      ? quiet.later()
      : level.refuse("arguments, headers and responses with patient data are logged");
  },
});
