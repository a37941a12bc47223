import * as assert from "node:assert/strict";
import { isSecret, reference, secret, UNKNOWN } from "../../../tools/offline/providers/wire";
import { ACCOUNT, Engine, stopProviders, urnOf } from "./engine";

describe("the state that the offline aws keeps", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  const SECRET_VERSION = "secretsmanager/secretVersion:SecretVersion";

  it("is the same to the byte in two runs", async () => {
    const types = [
      "ec2/vpc:Vpc",
      "rds/cluster:Cluster",
      "cognito/userPool:UserPool",
      "cloudfront/distribution:Distribution",
    ];
    const run = async () => {
      const fresh = await Engine.connect();
      const made = [];
      for (const type of types) made.push(await fresh.make(type, "same", { description: "x" }));
      fresh.close();
      return JSON.stringify(made);
    };
    assert.equal(await run(), await run());
  });

  it("keeps secrets secret, and what is made of them too", async () => {
    const { outputs } = await engine.make(SECRET_VERSION, "v", { secretId: "arn:x", secretString: secret("hunter2") });
    assert.deepEqual(outputs["secretString"], secret("hunter2"));
    const role = await engine.make("iam/role:Role", "r", { name: secret("hidden"), tags: { a: secret("b") } });
    assert.deepEqual(role.outputs["arn"], secret(`arn:aws:iam::${ACCOUNT}:role/hidden`));
    assert.deepEqual(role.outputs["tags"], { a: secret("b") });
    assert.equal(isSecret(role.outputs["uniqueId"]), false);
    assert.doesNotMatch(JSON.stringify({ ...role.outputs, arn: 0, name: 0, id: 0 }), /hidden/);
  });

  it("drops values that AWS never gives back", async () => {
    const { outputs, inputs } = await engine.make(SECRET_VERSION, "w", {
      secretId: "arn:x",
      secretStringWo: secret("s"),
    });
    assert.ok(isSecret(inputs["secretStringWo"]));
    assert.equal("secretStringWo" in outputs, false);
  });

  it("takes the id of a resource that is handed over whole", async () => {
    const urn = urnOf("ec2/subnet:Subnet", "s");
    const vpcUrn = urnOf("ec2/vpc:Vpc", "v");
    assert.equal((await engine.check(urn, { vpcId: reference(vpcUrn, "vpc-1") })).inputs["vpcId"], "vpc-1");
    assert.equal((await engine.check(urn, { vpcId: reference(vpcUrn, UNKNOWN) })).inputs["vpcId"], UNKNOWN);
  });

  it("in the preview of a creation echoes inputs and leaves unknown what AWS will add", async () => {
    const urn = urnOf("rds/cluster:Cluster", "db");
    const { inputs } = await engine.check(urn, {
      engine: "aurora-postgresql",
      kmsKeyId: UNKNOWN,
      manageMasterUserPassword: true,
    });
    const { id, outputs } = await engine.create(urn, inputs, true);
    assert.equal(id, "");
    for (const key of ["id", "arn", "endpoint", "readerEndpoint", "clusterResourceId", "masterUserSecrets", "kmsKeyId"])
      assert.equal(outputs[key], UNKNOWN, key);
    assert.equal(outputs["engine"], "aurora-postgresql");
    assert.equal(outputs["clusterIdentifier"], inputs["clusterIdentifier"]);
    assert.equal(outputs["region"], "us-east-1");
    assert.equal("globalClusterIdentifier" in outputs, false, "an optional property nobody set");
  });

  it("in the preview of an update keeps what AWS had added, unless it is made of something unknown", async () => {
    const made = await engine.make("rds/cluster:Cluster", "db", { engine: "aurora-postgresql" });
    const news = { ...made.inputs, backupRetentionPeriod: UNKNOWN };
    const preview = await engine.update(made.urn, made.id, made.inputs, made.outputs, news, true);
    assert.equal(preview["endpoint"], made.outputs["endpoint"]);
    assert.equal(preview["backupRetentionPeriod"], UNKNOWN);
    const stage = await engine.make("apigateway/stage:Stage", "s", {
      restApi: "abc",
      stageName: "v1",
      deployment: "d",
    });
    const changed = { ...stage.inputs, stageName: UNKNOWN };
    const { invokeUrl } = await engine.update(stage.urn, stage.id, stage.inputs, stage.outputs, changed, true);
    assert.equal(invokeUrl, UNKNOWN);
  });

  it("does not change under a resource that is renamed with an alias", async () => {
    const made = await engine.make("rds/cluster:Cluster", "before", { engine: "aurora-postgresql" });
    const renamed = urnOf("rds/cluster:Cluster", "after");
    const news = { ...made.inputs, backupRetentionPeriod: 30 };
    const state = await engine.update(renamed, made.id, made.inputs, made.outputs, news);
    assert.deepEqual(state, { ...made.outputs, backupRetentionPeriod: 30 });
  });

  it("shows no drift when it is refreshed, and is gone once deleted", async () => {
    const made = await engine.make("s3/bucket:Bucket", "b", { tags: { a: secret("b") } });
    const read = await engine.read(made.urn, made.id, made.inputs, made.outputs);
    assert.deepEqual([read.id, read.inputs, read.outputs], [made.id, made.inputs, made.outputs]);
    await engine.delete(made.urn, made.id, made.outputs);
    const still = (await engine.read(made.urn, made.id, made.inputs, made.outputs)).id;
    assert.equal(still, made.id, "what the same update has created replaces what it deletes");
    const later = await Engine.connect();
    await later.delete(made.urn, made.id, made.outputs);
    later.close();
    assert.equal((await engine.read(made.urn, made.id, made.inputs, made.outputs)).id, "");
    await engine.create(made.urn, made.inputs);
    assert.equal((await engine.read(made.urn, made.id, made.inputs, made.outputs)).id, made.id);
  });

  it("is plausible for an id that is imported, and takes the program's word for the rest", async () => {
    const urn = urnOf("s3/bucket:Bucket", "legacy");
    const read = await engine.read(urn, "legacy-files");
    assert.equal(read.id, "legacy-files");
    assert.deepEqual(read.inputs, { bucket: "legacy-files" });
    assert.equal(read.outputs["arn"], "arn:aws:s3:::legacy-files");
    const { inputs } = await engine.check(urn, { bucket: "legacy-files", tags: { a: "b" } }, read.inputs);
    assert.equal((await engine.diff(urn, read.id, read.inputs, read.outputs, inputs)).changed, false);
    const wrong = { ...inputs, bucket: "another" };
    assert.deepEqual((await engine.diff(urn, read.id, read.inputs, read.outputs, wrong)).replaces, ["bucket"]);

    const later = await Engine.connect();
    const next = await later.diff(urn, read.id, read.inputs, read.outputs, { ...inputs, objectLockEnabled: true });
    assert.ok("tags" in next.detailed, "the next update adopts it");
    assert.deepEqual(next.replaces, [], "but never replaces what it does not know");
    later.close();
  });

  it("holds a replacement apart from what it replaces, again and again", async () => {
    const type = "ec2/subnet:Subnet";
    const first = await engine.make(type, "s", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" });
    const replace = async (old: typeof first, cidrBlock: string) => {
      const news = { vpcId: "vpc-1", cidrBlock };
      await engine.check(first.urn, news, old.inputs);
      return engine.make(type, "s", news);
    };
    const second = await replace(first, "10.0.1.0/24");
    const third = await replace(second, "10.0.0.0/24");
    assert.equal(new Set([first.id, second.id, third.id]).size, 3);
    const update = await engine.check(first.urn, { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }, third.inputs);
    assert.deepEqual(update.inputs, third.inputs);
  });

  it("counts the revisions of a task definition", async () => {
    const first = await engine.make("ecs/taskDefinition:TaskDefinition", "t", {
      family: "api",
      containerDefinitions: "[]",
    });
    assert.equal(first.outputs["arn"], `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/api:1`);
    await engine.check(first.urn, { family: "api", containerDefinitions: "[{}]" }, first.inputs);
    const next = await engine.make("ecs/taskDefinition:TaskDefinition", "t", {
      family: "api",
      containerDefinitions: "[{}]",
    });
    assert.equal(next.outputs["revision"], 2);
    assert.match(next.outputs["arn"], /:task-definition\/api:2$/);
  });
});
