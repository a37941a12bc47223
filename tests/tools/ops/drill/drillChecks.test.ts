import { strict as assert } from "node:assert";
import type { DBCluster, DBInstance } from "@aws-sdk/client-rds";
import { drillChecks } from "../../../../tools/ops/drill/drillChecks";

const SOURCE: DBCluster = {
  StorageEncrypted: true,
  KmsKeyId: "arn:key",
  DBSubnetGroup: "isolated",
  EngineVersion: "15.15",
  VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-2" }, { VpcSecurityGroupId: "sg-1" }],
};
const COPY: DBCluster = {
  ...SOURCE,
  Status: "available",
  VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }, { VpcSecurityGroupId: "sg-2" }],
};
const INSTANCE: DBInstance = { DBInstanceStatus: "available", PubliclyAccessible: false };

const wrong = (cluster: DBCluster | undefined, instance: DBInstance | undefined, source = SOURCE) =>
  drillChecks(source, { ...(cluster && { cluster }), ...(instance && { instance }) })
    .filter(({ passed }) => !passed)
    .map(({ what, found }) => `${what}: ${found}`);

describe("what a drill restored", () => {
  it("is good when it is as the original", () => {
    assert.deepEqual(wrong(COPY, INSTANCE), []);
  });

  for (const [what, cluster, instance, found] of [
    ["is not available", { Status: "creating" }, {}, "status of the cluster: creating"],
    ["has an instance that is not available", {}, { DBInstanceStatus: "failed" }, "status of its instance: failed"],
    ["is not encrypted", { StorageEncrypted: false }, {}, "encrypted: false"],
    ["is encrypted with another key", { KmsKeyId: "arn:other" }, {}, "KMS key: arn:other"],
    ["is in other subnets", { DBSubnetGroup: "public" }, {}, "subnets: public"],
    ["lets others in", { VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-9" }] }, {}, "security groups: sg-9"],
    ["has another version", { EngineVersion: "16.1" }, {}, "version: 16.1"],
    ["can be reached from the internet", {}, { PubliclyAccessible: true }, "reachable from the internet: true"],
  ] as const)
    it(`is wrong when it ${what}`, () => {
      assert.deepEqual(wrong({ ...COPY, ...(cluster as DBCluster) }, { ...INSTANCE, ...instance }), [found]);
    });

  it("is wrong in all when there is nothing", () => {
    assert.equal(wrong(undefined, undefined).length, 8);
  });

  it("is wrong when the original has no key that it could have", () => {
    const [source, copy] = [SOURCE, COPY].map((each) => ({ ...each, KmsKeyId: undefined }));
    assert.deepEqual(wrong(copy, INSTANCE, source), ["KMS key: nothing"]);
  });
});
