import type { Outcomes } from "../engine/outcome";
import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

export const apiDataTrace = rule({
  id: "api-data-trace",
  title: "APIs do not log whole requests and responses",
  family: "phi-in-logs",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(b)"],
  remediation: "Set dataTraceEnabled to false; the access log records who called what",
  types: [SETTINGS, "aws:apigatewayv2/stage:Stage"],
  check: (resource): Outcomes => {
    const all =
      resource.type === SETTINGS
        ? resource.at("settings").items
        : [...resource.at("defaultRouteSettings").items, ...resource.at("routeSettings").items];
    return all.map((each) =>
      isNotTrue(each.at("dataTraceEnabled"), "whole requests and responses with patient data are logged"),
    );
  },
});
