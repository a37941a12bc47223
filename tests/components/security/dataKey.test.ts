import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DataKey, type DataKeyArgs } from "../../../components/security/dataKey";
import { logsGrants } from "../../../components/security/keyGrants";
import { deploy, promiseOf, waitsFor } from "../../harness";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };
const ARGS: DataKeyArgs = {
  alias: "telehealth-dev-files",
  description: "Files of patients",
  location: LOCATION,
  deletionProtection: true,
};

const dataKey = (changes: Partial<DataKeyArgs> = {}) =>
  deploy((opts) => new DataKey("files", { ...ARGS, ...changes }, opts));

describe("a data key", () => {
  it("is rotated, can be rescued for 30 days, and has no policy inside that would fight the one beside", async () => {
    const { inputs } = (await dataKey()).one("kms/key:Key");
    assert.deepEqual(inputs, {
      description: "Files of patients",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
  });

  for (const deletionProtection of [true, false])
    it(`is ${deletionProtection ? "" : "not "}protected when asked ${deletionProtection ? "to be" : "not to be"}`, async () => {
      const { inputs, opts } = (await dataKey({ deletionProtection })).one("kms/key:Key");
      assert.equal(opts.protect, deletionProtection);
      assert.equal(inputs["deletionWindowInDays"], 30, "a disposable key may still be needed by a backup");
    });

  it("has the alias people look for", async () => {
    const { inputs } = (await dataKey()).one("kms/alias:Alias");
    assert.deepEqual(inputs, { name: "alias/telehealth-dev-files", targetKeyId: "files-key-id" });
  });

  it("always leaves the account in control, before any grant", async () => {
    const { inputs } = (await dataKey({ grants: logsGrants(LOCATION) })).one("kms/keyPolicy:KeyPolicy");
    assert.equal(inputs["keyId"], "files-key-id");
    const [account, logs, ...more] = JSON.parse(inputs["policy"]).Statement;
    assert.deepEqual(account, {
      Sid: "AccountDecidesByIam",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    });
    assert.equal(logs.Sid, "CloudWatchLogs");
    assert.deepEqual(
      more.map(({ Sid }: any) => Sid),
      ["ThroughCloudWatchLogs"],
    );
  });

  it("grants nothing to anybody else unless told", async () => {
    const { inputs } = (await dataKey()).one("kms/keyPolicy:KeyPolicy");
    assert.equal(JSON.parse(inputs["policy"]).Statement.length, 1);
  });

  it("can let in a resource that is created after it, and its users wait for that grant", async () => {
    const deployed = await deploy((opts) => {
      const later = new aws.s3.Bucket("later", { bucket: "later" }, opts);
      const read = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" } as const;
      const grant = { ...read, Condition: { StringEquals: { "aws:SourceArn": later.arn } } };
      return new DataKey("files", { ...ARGS, grants: [grant] }, opts);
    });
    const [, grant] = JSON.parse(deployed.one("kms/keyPolicy:KeyPolicy").inputs["policy"]).Statement;
    assert.deepEqual(grant.Condition, { StringEquals: { "aws:SourceArn": "arn:aws:s3:::later" } });
    assert.deepEqual(await waitsFor(deployed.result.arn), ["files-key", "files-policy"]);
    assert.equal(await promiseOf(deployed.result.arn), "arn:aws:kms:us-east-1:111122223333:files-key");
    assert.equal(await promiseOf(deployed.result.id), "files-key-id");
  });

  it("can be used by its id by the very resource that a grant waits for", async () => {
    const deployed = await deploy((opts) => {
      const [topicArn, laterArn] = pulumi.deferredOutput<string>();
      const grant = { Effect: "Allow", Action: "kms:Decrypt", Resource: topicArn } as const;
      const key = new DataKey("files", { ...ARGS, grants: [grant] }, opts);
      laterArn(new aws.sns.Topic("alerts", { kmsMasterKeyId: key.id }, opts).arn);
      return key;
    });
    assert.equal(deployed.one("sns/topic:Topic").inputs["kmsMasterKeyId"], "files-key-id");
    const [, grant] = JSON.parse(deployed.one("kms/keyPolicy:KeyPolicy").inputs["policy"]).Statement;
    assert.equal(grant.Resource, "arn:aws:sns:us-east-1:111122223333:alerts");
  });

  it("of a second region has all its parts there", async () => {
    const children = (await dataKey({ region: "us-west-2" })).resources.filter(({ type }) => type.startsWith("aws:"));
    assert.deepEqual(
      children.map(({ inputs }) => inputs["region"]),
      ["us-west-2", "us-west-2", "us-west-2"],
    );
  });

  it("is the same key in a second region where that is wanted, under the same alias", async () => {
    const deployed = await dataKey({ replicaRegion: "us-west-2" });
    assert.equal(deployed.one("kms/key:Key").inputs["multiRegion"], true);
    const { inputs, opts } = deployed.one("kms/replicaKey:ReplicaKey");
    assert.equal(inputs["region"], "us-west-2");
    assert.equal(inputs["primaryKeyArn"], "arn:aws:kms:us-east-1:111122223333:files-key");
    assert.equal(inputs["deletionWindowInDays"], 30);
    assert.equal(JSON.parse(inputs["policy"]).Statement[0].Sid, "AccountDecidesByIam");
    assert.equal(opts.protect, true);
    const alias = deployed.one("kms/alias:Alias", "files-replica-alias").inputs;
    assert.deepEqual(alias, {
      region: "us-west-2",
      name: "alias/telehealth-dev-files",
      targetKeyId: "files-replica-id",
    });
    assert.ok(deployed.result.replicaArn);
    assert.equal((await dataKey()).result.replicaArn, undefined);
  });

  for (const [what, changes, said] of [
    ["an alias with its prefix", { alias: "alias/files" }, /alias: "alias\/files".*without alias\//],
    ["an alias in AWS's name space", { alias: "aws/s3" }, /alias: "aws\/s3"/],
    ["an alias with a space", { alias: "my files" }, /alias: "my files"/],
    ["no alias", { alias: "" }, /alias: ""/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => dataKey(changes), said);
    });
});
