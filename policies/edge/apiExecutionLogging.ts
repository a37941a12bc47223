import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const apiExecutionLogging = rule({
  id: "api-execution-logging",
  title: "APIs log refused requests and errors",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Set settings.loggingLevel to ERROR or INFO, with dataTraceEnabled false",
  types: ["aws:apigateway/methodSettings:MethodSettings"],
  check: (settings) =>
    isOneOf(settings.at("settings", "loggingLevel"), ["ERROR", "INFO"], "failed sign-ins and errors are not logged"),
});
