import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

export const apiRequestValidation = rule({
  id: "api-request-validation",
  title: "APIs refuse malformed requests before they reach the backend",
  family: "network-exposure",
  severity: "low",
  level: "advisory",
  controls: ["164.312(c)(1)"],
  remediation: "Set requestValidatorId on every method that changes something",
  types: ["aws:apigateway/method:Method"],
  check: (method): Outcomes => {
    if (!["POST", "PUT", "PATCH", "ANY"].includes(method.at("httpMethod").text ?? "")) return undefined;
    return isGiven(method.at("requestValidatorId"), "malformed requests reach the backend");
  },
});
