import { isAtLeast, isTrue } from "../engine/expect";
import { rule } from "../rule";

const CLASSES = ["requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers", "requireSymbols"];

export const iamPasswordPolicy = rule({
  id: "iam-password-policy",
  title: "IAM users' passwords have 14 characters of four classes and are not reused",
  family: "identity",
  severity: "medium",
  controls: ["164.312(d)"],
  remediation: "Set minimumPasswordLength to 14 or more, all four require... to true and passwordReusePrevention to 24",
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  check: (policy) => [
    isAtLeast(policy.at("minimumPasswordLength"), 14, "shorter passwords can be guessed", 6),
    ...CLASSES.map((each) => isTrue(policy.at(each), "passwords with fewer character classes can be guessed")),
    isAtLeast(policy.at("passwordReusePrevention"), 5, "a leaked password can be reused", 0),
  ],
});
