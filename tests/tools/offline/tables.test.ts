import * as assert from "node:assert/strict";
import { namingOf } from "../../../tools/offline/providers/aws/naming";
import { REPLACEMENTS, replaces } from "../../../tools/offline/providers/aws/replace";
import { sdkFacts } from "../../../tools/offline/providers/aws/sdkFacts";
import { SHAPES } from "../../../tools/offline/providers/aws/shapes";

describe("the tables of the offline aws, against the SDK's own types", () => {
  it("describe types that the SDK has", () => {
    const types = [...Object.keys(SHAPES), ...Object.keys(REPLACEMENTS)];
    assert.deepEqual(
      types.filter((type) => sdkFacts(type).outputs.size === 0),
      [],
    );
  });

  it("describe outputs that the types have", () => {
    const wrong = Object.entries(SHAPES).flatMap(([type, shape]) =>
      Object.keys(shape)
        .filter((key) => key !== "id" && !sdkFacts(type).outputs.has(key))
        .map((key) => `${type}.${key}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("name inputs that the types have", () => {
    const wrong = Object.entries(REPLACEMENTS).flatMap(([type, words]) =>
      words
        .split(" ")
        .filter((word) => word !== "*" && !sdkFacts(type).inputs.has(word))
        .map((word) => `${type}.${word}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("fill placeholders from inputs that the types have", () => {
    const wrong = Object.entries(SHAPES).flatMap(([type, shape]) =>
      [...JSON.stringify(shape).matchAll(/[{|]\.(\w+)/g)]
        .map(([, input = ""]) => input)
        .filter((input) => !sdkFacts(type).inputs.has(input))
        .map((input) => `${type} reads .${input}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("add what the SDK's documentation says plainly, and leave what it says with an if", () => {
    assert.equal(replaces("msk/channel:Channel", "encryptionConfiguration"), true);
    assert.equal(replaces("ec2/vpcEndpoint:VpcEndpoint", "privateDnsEnabled"), false, "for some endpoint types only");
    assert.equal(replaces("lb/loadBalancer:LoadBalancer", "subnets"), false, "for network load balancers only");
  });

  it("name a type by the property that AWS names it by, and only types that AWS names", () => {
    assert.equal(namingOf("s3/bucket:Bucket")?.property, "bucket");
    assert.equal(namingOf("rds/cluster:Cluster")?.property, "clusterIdentifier");
    assert.equal(namingOf("iam/role:Role")?.property, "name");
    assert.equal(namingOf("route53/record:Record"), undefined, "its name is a host name");
    assert.equal(namingOf("ec2/vpc:Vpc"), undefined);
    assert.equal(namingOf("kms/key:Key"), undefined);
  });
});
