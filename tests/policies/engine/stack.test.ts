import { strict as assert } from "node:assert";
import { Stack } from "../../../policies/engine/stack";
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

describe("resources of a stack", () => {
  const stack = new Stack([
    { type: "aws:s3/bucketV2:BucketV2", name: "files", urn: urn("files"), props: {} },
    { type: "aws-native:s3:Bucket", name: "native", urn: urn("native"), props: {}, dependencies: [urn("files")] },
    {
      ...block("files", ["files"]),
      dependencies: [urn("native"), urn("files"), urn("elsewhere")],
      opts: { parent: urn("native") },
    },
  ]);
  const names = (...tokens: string[]) => stack.all(...tokens).map(({ name }) => name);

  it("are found by today's token, by the beginning of one, and once each", () => {
    assert.deepEqual(names("aws:s3/bucket:Bucket"), ["files"]);
    assert.deepEqual(names("aws:*"), ["files", "block"]);
    assert.deepEqual(names("aws-native:*", "command:*"), ["native"]);
    assert.deepEqual(names("aws:*", "aws:s3/bucket:Bucket", "*"), ["files", "native", "block"]);
    assert.deepEqual(names("aws:rds/cluster:Cluster"), []);
  });

  it("know what they wait for and where they belong", () => {
    const found = stack.get(urn("block")) ?? assert.fail();
    assert.deepEqual(
      stack.dependenciesOf(found).map(({ name }) => name),
      ["native", "files"],
    );
    assert.equal(stack.get(found.parent)?.name, "native");
    assert.equal(stack.get(undefined), undefined);
  });
});
