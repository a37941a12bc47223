import * as pulumi from "@pulumi/pulumi";
import { RestApi, type RestApiArgs } from "../../../components/edge/restApi";
import { deploy, type Deployed } from "../../harness";

export const ARGS: RestApiArgs = {
  stageName: "prod",
  domain: { name: "api.example.com", certificateArn: "arn:validated", hostedZoneId: "Z111" },
  userPoolArn: "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Example",
  link: { id: pulumi.output("link-1"), securityGroupId: pulumi.output("sg-link") },
  backend: { loadBalancerArn: "arn:internal-alb", securityGroupId: "sg-alb", host: "backend.example.com" },
  corsOrigins: ["https://app.example.com", "https://example.com"],
  logKmsKeyArn: "arn:logs-key",
  logRetentionDays: 2192,
  deletionProtection: true,
};

/** The mocks know no outputs of API Gateway; what a resource is given, it also returns. */
const ANSWERS: Record<string, Record<string, string>> = {
  "aws:apigateway/restApi:RestApi": { rootResourceId: "root" },
  "aws:apigateway/domainName:DomainName": { regionalDomainName: "d-1.example.com", regionalZoneId: "Z2REGIONAL" },
};
const answer: pulumi.ResourceTransformation = ({ type, props, opts }) => ({
  props: { ...props, ...ANSWERS[type] },
  opts,
});

export const restApi = (changes: Partial<RestApiArgs> = {}): Promise<Deployed<RestApi>> =>
  deploy(
    ({ transformations = [], ...opts }) =>
      new RestApi("api", { ...ARGS, ...changes }, { ...opts, transformations: [...transformations, answer] }),
  );
