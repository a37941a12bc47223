import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

const PROBLEM = "there is no record of who requested what";

export const apiAccessLogging = rule({
  id: "api-access-logging",
  title: "API stages log every request",
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
