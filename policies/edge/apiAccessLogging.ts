import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

const PROBLEM = "nobody can say who asked for which record";

export const apiAccessLogging = rule({
  id: "api-access-logging",
  title: "Stages of APIs keep a record of every request",
  family: "logging",
  severity: "high",
  controls: ["164.312(b)"],
  remediation: "Set accessLogSettings with the ARN of an encrypted log group as destinationArn, and a format",
  types: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  check: (stage) => {
    const settings = stage.at("accessLogSettings");
    return [
      isGiven(settings.at("destinationArn"), PROBLEM),
      settings.given ? isGiven(settings.at("format"), PROBLEM) : undefined,
    ];
  },
});
