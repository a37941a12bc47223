import * as assert from "node:assert/strict";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { secret } from "../../../tools/offline/providers/wire";
import { ask, Engine, stopProviders, urnOf } from "./engine";

describe("what the offline aws refuses", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  afterEach(() => {
    delete process.env["OFFLINE_AWS_FAIL"];
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  const kept = { skipFinalSnapshot: true };
  const protectedTypes: readonly (readonly [string, string, unknown, RegExp])[] = [
    ["rds/cluster:Cluster", "deletionProtection", true, /Cannot delete protected Cluster/],
    ["rds/instance:Instance", "deletionProtection", true, /Cannot delete protected DB Instance/],
    ["cognito/userPool:UserPool", "deletionProtection", "ACTIVE", /deletion protection is activated/],
    ["lb/loadBalancer:LoadBalancer", "enableDeletionProtection", true, /deletion protection is enabled/],
    ["dynamodb/table:Table", "deletionProtectionEnabled", true, /protected against deletion/],
    ["cloudwatch/logGroup:LogGroup", "deletionProtectionEnabled", true, /deletion protection enabled/],
  ];
  for (const [type, property, value, words] of protectedTypes) {
    it(`to delete a ${type} while ${property} is on in the state, and only then`, async () => {
      const urn = urnOf(type, "x");
      const on = { ...kept, [property]: secret(value as string) };
      await assert.rejects(engine.delete(urn, "x", on), words);
      await engine.delete(urn, "x", { ...kept, [property]: value === "ACTIVE" ? "INACTIVE" : false });
      await engine.delete(urn, "x", kept);
    });
  }

  it("to delete a database whose final snapshot has no name", async () => {
    const urn = urnOf("rds/cluster:Cluster", "db");
    await assert.rejects(engine.delete(urn, "db", {}), /final_snapshot_identifier is required/);
    await engine.delete(urn, "db", { finalSnapshotIdentifier: "db-final" });
  });

  it("to delete nothing else: a bucket with anything in its state goes", async () => {
    await engine.delete(urnOf("s3/bucket:Bucket", "b"), "b", { deletionProtection: true });
  });

  it("an operation that OFFLINE_AWS_FAIL names, by type or by URN, and no other", async () => {
    const attempt = (type: string, name: string) => engine.make(type, name, { description: "x" });
    process.env["OFFLINE_AWS_FAIL"] = "kms/key, ::phi:delete";
    await assert.rejects(attempt("kms/key:Key", "k"), /create of aws:kms\/key:Key "k" failed because OFFLINE_AWS_FAIL/);
    const made = await attempt("s3/bucket:Bucket", "phi");
    await engine.update(made.urn, made.id, made.inputs, made.outputs, made.inputs);
    await assert.rejects(engine.delete(made.urn, made.id, made.outputs), /delete of aws:s3\/bucket:Bucket "phi"/);
    await engine.create(urnOf("kms/key:Key", "k"), {}, true);
    process.env["OFFLINE_AWS_FAIL"] = "aws:s3/bucket:Bucket:update";
    await assert.rejects(engine.update(made.urn, made.id, {}, {}, {}), /update of/);
    await engine.delete(made.urn, made.id, made.outputs);
  });

  it("a region that is none, before anything is configured with it", async () => {
    const request = new provider.CheckRequest();
    request.setNews(Struct.fromJavaScript({ region: "us-east1" }));
    const response = await ask<provider.CheckResponse>((reply) => engine.client.checkConfig(request, reply));
    const [failure] = response.getFailuresList();
    assert.match(failure?.getReason() ?? "", /"us-east1" is not the name of an AWS region/);
  });

  it("methods, listings and components, with a clear answer", async () => {
    const call = new provider.CallRequest();
    call.setTok("aws:ec2/vpc:Vpc/grow");
    await assert.rejects(
      ask((reply) => engine.client.call(call, reply)),
      /Vpc\/grow: no aws resource has methods/,
    );
    await assert.rejects(
      ask((reply) => engine.client.construct(new provider.ConstructRequest(), reply)),
      /no components/,
    );
  });

  it("requests that make no sense, and goes on serving", async () => {
    for (const urn of ["", "urn:pulumi:a", "urn:pulumi:a::b::c::d", "urn:pulumi:a::b::aws:../../x:Y::n"]) {
      await engine.check(urn, { name: null, rules: [null, [], {}] }, { x: null });
      await engine.diff(urn, "", {}, {}, { a: [[[]]] });
      assert.notEqual((await engine.create(urn, { a: 1 })).id, undefined);
    }
    assert.equal((await engine.make("iam/role:Role", "alive")).id.startsWith("alive-"), true);
  });
});
