import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const lambdaUrlUnauthenticated = rule({
  id: "lambda-url-unauthenticated",
  title: "Function URLs authenticate the caller",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Set authorizationType to AWS_IAM, or put the function behind the API with its authorizer",
  types: ["aws:lambda/functionUrl:FunctionUrl"],
  check: (url) => isOneOf(url.at("authorizationType"), ["AWS_IAM"], "anyone who finds the URL can call the function"),
});
