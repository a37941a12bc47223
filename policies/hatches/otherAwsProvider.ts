import { rule } from "../rule";

export const otherAwsProvider = rule({
  id: "other-aws-provider",
  title: "AWS resources use the one provider that the rules know",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(a)(1)"],
  remediation: "Use the type of the same name in @pulumi/aws",
  types: [
    "aws-native:*",
    "aws-apigateway:*",
    "aws-quickstart-*",
    "aws-iam:*",
    "aws-s3-replicated-bucket:*",
    "aws-static-website:*",
    "cdk:*",
    "aws-cdk:*",
  ],
  check: (resource) =>
    resource.at().refuse(`${resource.type} comes from another provider, whose settings no rule here reads`),
});
