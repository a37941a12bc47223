import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const of = (type: string, props: Record<string, unknown> = {}, more: Partial<Given> = {}): Given[] => [
  { type, name: "it", props, ...more },
];
/** As the engine tells of what a provider makes. */
const MADE = { provider: { type: "pulumi:providers:any", name: "default_any", props: {} } };
const bucket = ok("the resource itself", one("s3/bucket:Bucket", {}));
const TEMPLATE = JSON.stringify({ Resources: { Files: { Type: "AWS::S3::Bucket" }, Own: { Type: "Custom::Thing" } } });

export const hatches: CaseTable = {
  "cloud-control-resource": {
    accepts: [bucket],
    rejects: [
      bad(
        "a bucket",
        /AWS::S3::Bucket is described by JSON/,
        one("cloudcontrol/resource:Resource", { typeName: "AWS::S3::Bucket", desiredState: "{}" }),
      ),
      bad("anything", /not known yet/, one("cloudcontrol/resource:Resource", { typeName: LATER })),
    ],
  },
  "cloudformation-template": {
    accepts: [bucket, ok("a conformance pack", one("cfg/conformancePack:ConformancePack", { templateBody: TEMPLATE }))],
    rejects: [
      bad(
        "a stack",
        /deploys AWS::S3::Bucket, Custom::Thing/,
        one("cloudformation/stack:Stack", { templateBody: TEMPLATE }),
      ),
      bad(
        "a stack at an address",
        /from a template/,
        one("cloudformation/stack:Stack", { templateUrl: "https://example.com/t" }),
      ),
      bad(
        "a stack set",
        /from a template/,
        one("cloudformation/stackSet:StackSet", { name: "all", templateBody: LATER }),
      ),
      bad(
        "an application of others",
        /from a template/,
        one("serverlessrepository/cloudFormationStack:CloudFormationStack", {
          applicationId: "arn:aws:serverlessrepo",
        }),
      ),
      bad(
        "a product",
        /from a template/,
        one("servicecatalog/provisionedProduct:ProvisionedProduct", { productName: "db" }),
      ),
    ],
  },
  "imperative-resource": {
    accepts: [bucket, ok("a random name", of("random:index/randomId:RandomId"))],
    rejects: [
      bad("a command", /runs a shell command/, of("command:local:Command", { create: "aws s3 mb s3://files" })),
      bad("a command elsewhere", /runs a shell command/, of("command:remote:Command", { create: "psql" })),
      bad("a dynamic resource", /runs code/, of("pulumi-nodejs:dynamic:Resource", { __provider: "code" })),
      bad("one of a named kind", /runs code/, of("pulumi-nodejs:dynamic/module:Bucket", {})),
      bad("one of Python", /runs code/, of("pulumi-python:dynamic:Resource", {})),
      bad("a null resource", /script/, of("null:index/resource:Resource", {})),
    ],
  },
  "other-aws-provider": {
    accepts: [bucket],
    rejects: [
      bad("a bucket", /another provider/, of("aws-native:s3:Bucket", {})),
      bad("an API", /another provider/, of("aws-apigateway:index:RestAPI", {})),
    ],
  },
  "foreign-package": {
    accepts: [
      bucket,
      ok("a key made here", of("tls:index/privateKey:PrivateKey", {}, MADE)),
      ok("a random name", of("random:index/randomId:RandomId", {}, MADE)),
      ok("a component of this program, whatever it is called", of("clinic:index:Website", {})),
      ok("the provider of AWS", of("pulumi:providers:aws", {})),
      ok("what another rule says more about", of("command:local:Command", {}, MADE)),
    ],
    rejects: [
      bad("a bucket of Google", /from the package gcp, which no rule/, of("gcp:storage/bucket:Bucket", {}, MADE)),
      bad("a pod", /from the package kubernetes/, of("kubernetes:core/v1:Pod", {}, MADE)),
      bad("AWS by its other package", /from the package awscc/, of("awscc:s3/bucket:Bucket", {}, MADE)),
      bad("a Terraform module", /from the package vpc/, of("vpc:index:Module", {}, MADE)),
      bad("the provider of anything", /from the package docker-build/, of("pulumi:providers:docker-build", {})),
      bad("a type that looks like AWS's", /not a type of @pulumi\/aws/, of("aws:index/bucket:Bucket", {}, MADE)),
    ],
  },
};
