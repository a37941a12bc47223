import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const lambdaEnvironmentEncryption = rule({
  id: "lambda-environment-encryption",
  title: "The environment of Lambda functions is encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set kmsKeyArn to a key of this project",
  types: ["aws:lambda/function:Function"],
  check: (lambda) =>
    lambda.at("environment", "variables").absent
      ? undefined
      : ourKey(lambda.at("kmsKeyArn"), "environment variables are encrypted"),
});
