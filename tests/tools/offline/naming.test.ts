import * as assert from "node:assert/strict";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { secret, UNKNOWN } from "../../../tools/offline/providers/wire";
import { Engine, stopProviders, urnOf } from "./engine";

describe("the names that the offline aws gives", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  const ROLE = "iam/role:Role";
  const check = (type: string, name: string, news = {}, olds = {}) => engine.check(urnOf(type, name), news, olds);

  it("are the logical name and seven hex digits, the same in every run", async () => {
    const first = (await check(ROLE, "task")).inputs["name"];
    assert.match(String(first), /^task-[0-9a-f]{7}$/);
    const other = await Engine.connect();
    assert.equal((await other.check(urnOf(ROLE, "task"), {})).inputs["name"], first);
    assert.notEqual((await other.check(urnOf(ROLE, "task", "prod"), {})).inputs["name"], first);
    other.close();
  });

  it("stay when a resource is updated, also under another logical name (alias)", async () => {
    const olds = { name: "old-name-0a1b2c3" };
    assert.equal((await check(ROLE, "renamed", { path: "/x/" }, olds)).inputs["name"], "old-name-0a1b2c3");
  });

  it("replace an explicit name that the program no longer gives", async () => {
    assert.match(String((await check(ROLE, "task", {}, { name: "payroll" })).inputs["name"]), /^task-[0-9a-f]{7}$/);
  });

  it("are left to the program where it gives one, a prefix, or one that is not known yet", async () => {
    assert.equal((await check(ROLE, "task", { name: "mine" })).inputs["name"], "mine");
    assert.equal("name" in (await check(ROLE, "task", { namePrefix: "mine-" })).inputs, false);
    assert.equal((await check(ROLE, "task", { name: UNKNOWN })).inputs["name"], UNKNOWN);
    assert.deepEqual((await check(ROLE, "task", { name: secret("hidden") })).inputs["name"], secret("hidden"));
  });

  it("complete a prefix with digits, in the state only", async () => {
    const { outputs, id } = await engine.make(ROLE, "prefixed", { namePrefix: "mine-" });
    assert.match(String(outputs["name"]), /^mine-\d{26}$/);
    assert.equal(id, outputs["name"]);
  });

  it("are in lower case, end in .fifo or begin with alias/ where AWS wants that", async () => {
    assert.match(String((await check("s3/bucket:Bucket", "PhiFiles")).inputs["bucket"]), /^phifiles-[0-9a-f]{7}$/);
    const cluster = (await check("rds/cluster:Cluster", "Main", { engine: "aurora-postgresql" })).inputs;
    assert.match(String(cluster["clusterIdentifier"]), /^main-[0-9a-f]{7}$/);
    assert.match(String((await check("sqs/queue:Queue", "q", { fifoQueue: true })).inputs["name"]), /^q-.{7}\.fifo$/);
    assert.match(String((await check("kms/alias:Alias", "data")).inputs["name"]), /^alias\/data-[0-9a-f]{7}$/);
  });

  it("are not given to types that AWS knows by an id", async () => {
    for (const type of [
      "ec2/vpc:Vpc",
      "kms/key:Key",
      "cloudfront/distribution:Distribution",
      "s3/bucketPolicy:BucketPolicy",
    ])
      assert.equal("name" in (await check(type, "x")).inputs, false, type);
  });

  it("are refused when AWS would refuse them, with the limit", async () => {
    const balancer = "lb/loadBalancer:LoadBalancer";
    assert.deepEqual((await check(balancer, "a".repeat(24))).failures, []);
    assert.match((await check(balancer, "a".repeat(25))).failures.join(), /name: .*33 characters, AWS allows 32/);
    assert.match((await check("backup/framework:Framework", "hipaa")).failures.join(), /name: .*hipaa-.*not accepted/);
    assert.deepEqual((await check("backup/framework:Framework", "hipaa", { name: "hipaa_1" })).failures, []);
    assert.match((await check("kms/alias:Alias", "k", { name: "alias/aws/s3" })).failures.join(), /not accepted/);
    assert.deepEqual((await check(balancer, "a".repeat(99), { name: UNKNOWN })).failures, []);
  });

  it("follow the engine's own autonaming configuration", async () => {
    const options = new provider.CheckRequest.AutonamingOptions();
    options.setProposedName("acme-task");
    options.setMode(provider.CheckRequest.AutonamingOptions.Mode.ENFORCE);
    assert.equal((await engine.check(urnOf(ROLE, "task"), {}, {}, options)).inputs["name"], "acme-task");
    assert.equal((await engine.check(urnOf(ROLE, "task"), {}, { name: "kept" }, options)).inputs["name"], "kept");
    options.setMode(provider.CheckRequest.AutonamingOptions.Mode.PROPOSE);
    const names = [];
    for (const random of ["0123abc", "4567def"]) {
      options.setProposedName(`acme-task-${random}`);
      const run = await Engine.connect();
      names.push((await run.check(urnOf(ROLE, "task"), {}, {}, options)).inputs["name"]);
      run.close();
    }
    assert.match(String(names[0]), /^acme-task-[0-9a-f]{7}$/);
    assert.equal(names[0], names[1], "what the engine draws at random follows from the resource");
    options.setMode(provider.CheckRequest.AutonamingOptions.Mode.DISABLE);
    assert.match((await engine.check(urnOf(ROLE, "task"), {}, {}, options)).failures.join(), /naming is disabled/);
  });
});

describe("the tags that the offline aws merges", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect({ defaultTags: { tags: { App: "telehealth", Owner: "platform" } } });
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });
  const BUCKET = "s3/bucket:Bucket";

  it("join the provider's default tags and the resource's, which count more", async () => {
    const { inputs } = await engine.check(urnOf(BUCKET, "b"), { tags: { Owner: "video", Data: "phi" } });
    assert.deepEqual(inputs["tagsAll"], { App: "telehealth", Owner: "video", Data: "phi" });
    assert.deepEqual(inputs["tags"], { Owner: "video", Data: "phi" });
  });

  it("are unknown or secret when the resource's tags are, and absent where a type has none", async () => {
    assert.equal((await engine.check(urnOf(BUCKET, "b"), { tags: UNKNOWN })).inputs["tagsAll"], UNKNOWN);
    const { inputs } = await engine.check(urnOf(BUCKET, "b"), { tags: secret({ Data: "phi" }) });
    assert.deepEqual(inputs["tagsAll"], secret({ App: "telehealth", Owner: "platform", Data: "phi" }));
    assert.equal("tagsAll" in (await engine.check(urnOf("s3/bucketPolicy:BucketPolicy", "p"), {})).inputs, false);
  });

  it("belong to one provider resource of the program and not to another", async () => {
    const plain = await Engine.connect({ region: "eu-west-1" });
    assert.deepEqual((await plain.check(urnOf(BUCKET, "b"), {})).inputs["tagsAll"], {});
    assert.equal((await plain.make("kms/key:Key", "k")).outputs["region"], "eu-west-1");
    assert.equal((await engine.make("kms/key:Key", "k")).outputs["region"], "us-east-1");
    plain.close();
  });
});
