import { strict as assert } from "node:assert";
import { Stack } from "../../../policies/engine/stack";
import { canonical } from "../../../policies/engine/types";
import { LATER } from "../runner";

const urn = (name: string) => `urn:pulumi:prod::p::t::${name}`;
const bucket = (name: string, props: object) => ({ type: "aws:s3/bucket:Bucket", name, urn: urn(name), props });
const block = (bucketProp: unknown, from?: string[]) => ({
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  name: "block",
  urn: urn("block"),
  props: { bucket: bucketProp },
  ...(from && { propertyDependencies: { bucket: from.map(urn) } }),
});

function refers(bucketProp: unknown, from: string[] | undefined, ...props: object[]): string[] {
  const stack = new Stack([...props.map((each, index) => bucket(String(index), each)), block(bucketProp, from)]);
  const [sibling] = stack.all("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
  assert.ok(sibling);
  return stack.all("aws:s3/bucket:Bucket").map((each) => stack.refers(sibling, sibling.at("bucket"), each));
}

describe("references between resources", () => {
  it("follow a known name, id or ARN", () => {
    assert.deepEqual(refers("files", undefined, { bucket: "files" }, { bucket: "media" }), ["yes", "no"]);
    assert.deepEqual(refers("b-1", undefined, { id: "b-1" }, { id: "b-2" }), ["yes", "no"]);
    assert.deepEqual(refers("arn:aws:s3:::files", undefined, { bucket: "files", arn: "arn:aws:s3:::files" }), ["yes"]);
  });

  it("follow what an unknown property was made from", () => {
    assert.deepEqual(refers(LATER, ["0"], { bucket: "files" }, { bucket: "media" }), ["yes", "no"]);
  });

  it("believe a known value before what it was made from", () => {
    assert.deepEqual(refers("media", ["0"], { bucket: "files" }, { bucket: "media" }), ["no", "yes"]);
  });

  it("follow what a known property was made from while the target has no known name", () => {
    assert.deepEqual(refers("files", ["0"], { bucket: LATER }), ["yes"]);
  });

  it("are unclear while nothing is known", () => {
    assert.deepEqual(refers(LATER, undefined, { bucket: "files" }), ["unclear"]);
  });

  it("are none where nothing is written", () => {
    assert.deepEqual(refers(undefined, undefined, { bucket: "files" }), ["no"]);
    assert.deepEqual(refers("", ["0"], { bucket: "files" }), ["no"]);
  });
});

describe("type tokens", () => {
  for (const [old, now] of [
    ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
    ["aws:s3/bucketAclV2:BucketAclV2", "aws:s3/bucketAcl:BucketAcl"],
    ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"],
    ["aws:s3/BucketObject:BucketObject", "aws:s3/bucketObject:BucketObject"],
    [
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    ],
    ["aws:alb/loadBalancer:LoadBalancer", "aws:lb/loadBalancer:LoadBalancer"],
    ["aws:applicationloadbalancing/listener:Listener", "aws:lb/listener:Listener"],
    ["aws:elasticloadbalancingv2/targetGroup:TargetGroup", "aws:lb/targetGroup:TargetGroup"],
    ["aws:elasticloadbalancing/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
    ["aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"],
    ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/webAcl:WebAcl"],
    ["nonsense", "nonsense"],
  ] as const)
    it(`read ${old} as ${now}`, () => {
      assert.equal(canonical(old), now);
    });
});
