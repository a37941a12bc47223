import { strict as assert } from "node:assert";
import { UNKNOWN } from "../../../../policies/engine/value";
import { complianceMatrix } from "../../../../tools/reports/compliance/complianceMatrix";
import { showPresence, showValue } from "../../../../tools/reports/compliance/showValue";
import { snapshotHash } from "../../../../tools/shared/snapshotHash";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../shared/snapshot/plan";
import { EXAMPLE, logs, stackOf, tests, TODAY } from "./example";

describe("a setting as evidence", () => {
  for (const [what, property, value, shown] of [
    ["nothing", "kmsKeyId", undefined, "not set"],
    ["null", "kmsKeyId", null, "not set"],
    ["false", "publiclyAccessible", false, "false"],
    ["zero", "retentionInDays", 0, "0"],
    ["an empty list", "subnetIds", [], "empty"],
    ["what is not known yet", "kmsKeyId", UNKNOWN, "not known from this file"],
    ["a text", "status", "Enabled", "Enabled"],
    [
      "the ARN of a secret",
      "secretArn",
      "arn:aws:secretsmanager:us-east-1:1:secret:x",
      "arn:aws:secretsmanager:us-east-1:1:secret:x",
    ],
    ["a password", "masterPassword", "hunter2", "[hidden]"],
    ["a password further in", "login.password", "hunter2", "[hidden]"],
    ["a password in a block", "login", { password: "hunter2", user: "a" }, '{"password":"[hidden]","user":"a"}'],
    ["a variable", "env", [{ name: "X", value: "hunter2" }], '[{"name":"X","value":"[hidden]"}]'],
    ["an access key", "note", "AKIAIOSFODNN7EXAMPLE", "[hidden]"],
    ["a document", "policy", '{"Statement":[]}', "document of 16 characters"],
    ["a long text", "note", "a".repeat(200), `${"a".repeat(120)} … (200 characters)`],
  ] as const)
    it(`shows ${what} as ${shown.slice(0, 30)}`, () => {
      assert.equal(showValue(property, value), shown);
    });

  it("of a rule about secrets only says that there is one", () => {
    assert.equal(showPresence("hunter2"), "set, not shown");
    assert.equal(showPresence(undefined), "not set");
    assert.equal(showPresence(UNKNOWN), "not known from this file");
  });
});

describe("the evidence of a rule", () => {
  const bucket = given.state("aws:s3/bucket:Bucket", "files", { inputs: { bucket: "files" } });
  const block = given.state("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "files-private", {
    inputs: {
      bucket: "files",
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    propertyDependencies: { bucket: [bucket.urn] },
  });
  const read = (rule: string, name: string, ...resources: object[]) =>
    complianceMatrix(stackOf(...resources), {}, TODAY, tests)
      .rules.find(({ id }) => id === rule)
      ?.judged.find((each) => each.name === name)
      ?.readings.map(({ property, value }) => `${property} = ${value}`) ?? assert.fail(`${rule} judged no ${name}`);

  it("includes settings of what belongs to the resource", () => {
    assert.ok(read("s3-bucket-public-access-block", "files", bucket, block).includes("files-private: bucket = files"));
  });

  it("leaves out names that were only looked up", () => {
    const own = read("s3-bucket-public-access-block", "files", bucket, block);
    assert.deepEqual(
      own.filter((each) => each.endsWith("not set")),
      [],
    );
  });

  it("includes the options that protect it", () => {
    const kept = given.state("aws:rds/cluster:Cluster", "db", { protect: true });
    assert.ok(read("pulumi-protect", "db", kept).includes("options.protect = true"));
  });

  it("never holds a secret, marked or not", () => {
    const database = given.state("aws:rds/cluster:Cluster", "db", { inputs: { masterPassword: "Tr0ub4dor&3" } });
    const text = JSON.stringify(complianceMatrix(stackOf(database, given.secretState), {}, TODAY, tests));
    assert.ok(!/Tr0ub4dor|hunter2|djE6abc/.test(text));
  });
});

describe("the sum of the input", () => {
  it("is that of its content, not of its layout", () => {
    const text = given.exported(given.stackState, logs);
    const turned = JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    assert.notEqual(text, turned);
    assert.equal(snapshotHash(readSnapshot(text)), snapshotHash(readSnapshot(turned)));
    assert.match(snapshotHash(EXAMPLE), /^[0-9a-f]{64}$/);
  });

  it("changes with any setting", () => {
    const other = { ...logs, inputs: { ...logs.inputs, retentionInDays: 2193 } };
    assert.notEqual(snapshotHash(stackOf(logs)), snapshotHash(stackOf(other)));
  });
});
